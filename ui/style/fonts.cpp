// SPDX-License-Identifier: GPL-3.0-or-later
#include "style/fonts.h"

#include <QFontDatabase>

namespace warroom::style {

namespace {

QString bodyFamily()
{
    const QString inter = QStringLiteral("Inter");
    return QFontDatabase::hasFamily(inter) ? inter
                                           : QFontDatabase::systemFont(QFontDatabase::GeneralFont).family();
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
    QFont font = QFontDatabase::systemFont(QFontDatabase::FixedFont);
    font.setPixelSize(pixels);
    font.setStyleHint(QFont::Monospace);
    return font;
}

} // namespace warroom::style
