// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/hidden.h"

#include <QList>

namespace warroom {

bool isControl(char32_t c) { return (c < 0x20 && c != U'\n' && c != U'\t') || (c >= 0x7f && c < 0xa0); }

bool isHidden(char32_t c)
{
    const bool format = c == 0x00ad || c == 0x061c || c == 0x180e || c == 0x200b || c == 0x200e || c == 0x200f
        || (c >= 0x2060 && c <= 0x206f) || c == 0xfeff || (c >= 0xfff9 && c <= 0xfffb)
        || (c >= 0xe0000 && c <= 0xe007f);
    const bool lineOrDirection = c >= 0x2028 && c <= 0x202e;
    return isControl(c) || format || lineOrDirection;
}

QString codePoint(char32_t c)
{
    return QStringLiteral("U+%1").arg(QString::number(uint(c), 16).toUpper(), 4, QLatin1Char('0'));
}

QString standIn(char32_t c)
{
    if (!isHidden(c))
        return {};
    if (c < 0x20)
        return QString(QChar(char16_t(0x2400 + c)));
    if (c == 0x7f)
        return QString(QChar(0x2421));
    return QLatin1Char('[') + codePoint(c) + QLatin1Char(']');
}

QString visible(const QString& text)
{
    QString result;
    result.reserve(text.size());
    for (const uint c : text.toUcs4()) { // which has U+FFFD for a lone surrogate
        const QString instead = standIn(c);
        if (instead.isEmpty())
            result += QChar::fromUcs4(c);
        else
            result += instead;
    }
    return result;
}

} // namespace warroom
