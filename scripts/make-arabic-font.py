"""Makes resources/fonts/akademi-arabic from Amiri 1.002 (SIL OFL 1.1): python3 make-arabic-font.py <Regular.ttf> <Bold.ttf> <folder>

Needs fontTools 4. What a PDF gives back of a letter is what its glyph stands for, and the typesetter lets every glyph stand for the
whole cluster of letters it came from. So a letter has to be one glyph here: where Amiri sets a stroke beside a letter to lengthen it
before kaf and meem, letter and stroke become one glyph that looks the same. What is left of one letter in several glyphs, or of several
letters in one, serves tatweel alone and is switched off. Only the Arabic script is kept.
"""

import copy
import sys
from pathlib import Path

from fontTools import subset
from fontTools.pens.recordingPen import DecomposingRecordingPen
from fontTools.pens.transformPen import TransformPen
from fontTools.pens.ttGlyphPen import TTGlyphPen
from fontTools.ttLib import TTFont
from fontTools.ttLib.tables import otTables

FAMILY = "Akademi Arabic"
# Lookups of Amiri 1.002 that put a stroke beside a letter.
LENGTHENING = (171, 177, 179)
KEPT = [0x20, 0xA0, 0x200C, 0x200D, 0x200E, 0x200F, 0x25CC, 0x2E41]
BLOCKS = [(0x600, 0x700), (0x750, 0x780), (0x870, 0x900), (0xFB50, 0xFE00), (0xFE70, 0xFF00)]
FEATURES = ["ccmp", "init", "medi", "fina", "isol", "rlig", "calt", "locl", "mark", "mkmk", "curs", "kern"]


def plain(subtable):
    return getattr(subtable, "ExtSubTable", subtable)


def type_of(lookup):
    return lookup.SubTable[0].ExtensionLookupType if lookup.LookupType == 7 else lookup.LookupType


def called(rule):
    """Lookups that a contextual rule applies."""
    found = {record.LookupListIndex for record in getattr(rule, "SubstLookupRecord", None) or []}
    for name in ("SubRuleSet", "SubRule", "SubClassSet", "SubClassRule"):
        for kind in (name, f"Chain{name}"):
            for inner in getattr(rule, kind, None) or []:
                found |= called(inner) if inner is not None else set()
    return found


def shifted(anchor, by):
    moved = copy.deepcopy(anchor)
    if moved is not None:
        moved.XCoordinate += by
    return moved


def one_glyph_each(font):
    lookups = font["GSUB"].table.LookupList.Lookup
    glyphs = font.getGlyphSet()
    made = {}
    for number in LENGTHENING:
        lookup = lookups[number]
        for place, subtable in enumerate(lookup.SubTable):
            mapping = {}
            for letter, becomes in plain(subtable).mapping.items():
                if len(becomes) == 1:
                    mapping[letter] = becomes[0]
                    continue
                base, stroke = becomes
                width = font["hmtx"][stroke][0]
                pen = TTGlyphPen(None)
                for glyph, at in ((stroke, 0), (base, width)):
                    outline = DecomposingRecordingPen(glyphs)
                    glyphs[glyph].draw(outline)
                    outline.replay(TransformPen(pen, (1, 0, 0, 1, at, 0)))
                made[base, stroke] = (f"{base}.{stroke}", pen.glyph(), width)
                mapping[letter] = made[base, stroke][0]
            single = otTables.SingleSubst()
            single.mapping = mapping
            if lookup.LookupType == 7:
                subtable.ExtSubTable = single
                subtable.ExtensionLookupType = 1
            else:
                lookup.SubTable[place] = single
        if lookup.LookupType != 7:
            lookup.LookupType = 1
    glyf = font["glyf"]
    font.setGlyphOrder(font.getGlyphOrder() + [name for name, _, _ in made.values()])
    glyf.glyphOrder = font.getGlyphOrder()
    classes = font["GDEF"].table.GlyphClassDef.classDefs
    for (base, _), (name, glyph, width) in made.items():
        glyf.glyphs[name] = glyph
        glyph.recalcBounds(glyf)
        font["hmtx"][name] = (font["hmtx"][base][0] + width, getattr(glyph, "xMin", 0))
        classes[name] = classes.get(base, 1)
        keep_anchors(font, base, name, width)


def keep_anchors(font, base, name, width):
    for lookup in font["GPOS"].table.LookupList.Lookup:
        for subtable in map(plain, lookup.SubTable):
            kind = type(subtable).__name__
            if kind == "MarkBasePos" and base in subtable.BaseCoverage.glyphs:
                records = subtable.BaseArray.BaseRecord
                record = copy.deepcopy(records[subtable.BaseCoverage.glyphs.index(base)])
                record.BaseAnchor = [shifted(anchor, width) for anchor in record.BaseAnchor]
                subtable.BaseCoverage.glyphs.append(name)
                records.append(record)
                subtable.BaseArray.BaseCount = len(records)
            if kind == "CursivePos" and base in subtable.Coverage.glyphs:
                record = copy.deepcopy(subtable.EntryExitRecord[subtable.Coverage.glyphs.index(base)])
                record.EntryAnchor = shifted(record.EntryAnchor, width)
                record.ExitAnchor = None
                subtable.Coverage.glyphs.append(name)
                subtable.EntryExitRecord.append(record)
                subtable.EntryExitCount = len(subtable.EntryExitRecord)


def without_clusters(font):
    table = font["GSUB"].table
    lookups = table.LookupList.Lookup

    def clusters(number):
        applied = {inner for subtable in lookups[number].SubTable for inner in called(plain(subtable))}
        return any(type_of(lookups[one]) in (2, 4) for one in {number, *applied})

    for record in table.FeatureList.FeatureRecord:
        if record.FeatureTag == "rlig":
            kept = [number for number in record.Feature.LookupListIndex if not clusters(number)]
            record.Feature.LookupListIndex = kept
            record.Feature.LookupCount = len(kept)


def arabic_alone(font):
    options = subset.Options()
    options.layout_features = FEATURES
    options.name_IDs = ["*"]
    options.notdef_outline = True
    wanted = subset.Subsetter(options)
    wanted.populate(unicodes=[*KEPT, *(point for first, end in BLOCKS for point in range(first, end))])
    wanted.subset(font)


def named(font, weight):
    names = font["name"]
    style = {1: FAMILY, 3: f"{FAMILY} {weight}; from Amiri 1.002", 4: f"{FAMILY} {weight}", 6: f"AkademiArabic-{weight}"}
    for record in list(names.names):
        if record.nameID in style:
            names.setName(style[record.nameID], record.nameID, record.platformID, record.platEncID, record.langID)
        elif record.nameID in (16, 17):
            names.removeNames(nameID=record.nameID)


regular, bold, folder = sys.argv[1:]
for source, weight, file in ((regular, "Regular", "400Regular"), (bold, "Bold", "700Bold")):
    font = TTFont(source, recalcTimestamp=False)
    one_glyph_each(font)
    without_clusters(font)
    arabic_alone(font)
    named(font, weight)
    font.save(Path(folder) / f"AkademiArabic_{file}.ttf")
