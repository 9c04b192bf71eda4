// SPDX-License-Identifier: GPL-3.0-or-later
#include "style/fonts.h"

#include <QFontDatabase>

namespace warroom::style {

namespace {

QString bodyFamily()
{
    // Asked once: a timeline makes thousands of fonts.
    static const QString family = QFontDatabase::hasFamily(QStringLiteral("Inter"))
        ? QStringLiteral("Inter")
        : QFontDatabase::systemFont(QFontDatabase::GeneralFont).family();
    return family;
}

} // namespace

QFont bodyFont(int pixels, QFont::Weight weight)
{
    QFont font(bodyFamily());
    font.setPixelSize(pixels);
    font.setWeight(weight);
    // Snapped to whole pixels Inter looks bolder and runs narrower than it is drawn.
    font.setHintingPreference(QFont::PreferNoHinting);
    return font;
}

QFont captionFont()
{
    QFont font = bodyFont(11, QFont::DemiBold);
    font.setLetterSpacing(QFont::AbsoluteSpacing, 0.9);
    return font;
}

QFont clockFont(int pixels) { return bodyFont(pixels, QFont::Bold); }

QFont monoFont(int pixels)
{
    static const QFont system = QFontDatabase::systemFont(QFontDatabase::FixedFont);
    QFont font = system;
    font.setPixelSize(pixels);
    // What is left open is as in the widget that is painted, so that it would be measured in one font and drawn in
    // another, each of which has to be looked up.
    font.setWeight(QFont::Normal);
    font.setHintingPreference(QFont::PreferNoHinting);
    font.setStyleHint(QFont::Monospace);
    return font;
}

} // namespace warroom::style
