// SPDX-License-Identifier: GPL-3.0-or-later
#include "runbook/mojibake.h"

#include <QHash>
#include <QStringDecoder>

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace warroom::runbook {

namespace {

/// What the bytes 128 to 255 stand for.
using Upper = std::array<char16_t, 128>;

constexpr Upper macRoman{u'Ä', u'Å', u'Ç', u'É', u'Ñ', u'Ö', u'Ü', u'á', u'à', u'â', u'ä', u'ã', u'å', u'ç', u'é', u'è',
    u'ê', u'ë', u'í', u'ì', u'î', u'ï', u'ñ', u'ó', u'ò', u'ô', u'ö', u'õ', u'ú', u'ù', u'û', u'ü', u'†', u'°', u'¢',
    u'£', u'§', u'•', u'¶', u'ß', u'®', u'©', u'™', u'´', u'¨', u'≠', u'Æ', u'Ø', u'∞', u'±', u'≤', u'≥', u'¥', u'µ',
    u'∂', u'∑', u'∏', u'π', u'∫', u'ª', u'º', u'Ω', u'æ', u'ø', u'¿', u'¡', u'¬', u'√', u'ƒ', u'≈', u'∆', u'«', u'»',
    u'…', u'\u00a0', u'À', u'Ã', u'Õ', u'Œ', u'œ', u'–', u'—', u'“', u'”', u'‘', u'’', u'÷', u'◊', u'ÿ', u'Ÿ', u'⁄',
    u'€', u'‹', u'›', u'ﬁ', u'ﬂ', u'‡', u'·', u'‚', u'„', u'‰', u'Â', u'Ê', u'Á', u'Ë', u'È', u'Í', u'Î', u'Ï', u'Ì',
    u'Ó', u'Ô', u'\uf8ff', u'Ò', u'Ú', u'Û', u'Ù', u'ı', u'ˆ', u'˜', u'¯', u'˘', u'˙', u'˚', u'¸', u'˝', u'˛', u'ˇ'};

/// Latin-1, but for its first two rows; bytes that it leaves open stand for themselves, as browsers have it.
constexpr Upper windows1252 = [] {
    constexpr std::array<char16_t, 32> rows{u'€', u'\u0081', u'‚', u'ƒ', u'„', u'…', u'†', u'‡', u'ˆ', u'‰', u'Š', u'‹',
        u'Œ', u'\u008d', u'Ž', u'\u008f', u'\u0090', u'‘', u'’', u'“', u'”', u'•', u'–', u'—', u'˜', u'™', u'š', u'›',
        u'œ', u'\u009d', u'ž', u'Ÿ'};
    Upper upper{};
    for (std::size_t i = 0; i < upper.size(); ++i)
        upper[i] = i < rows.size() ? rows[i] : char16_t(0x80 + i);
    return upper;
}();

const Upper& upperOf(Codepage codepage) { return codepage == Codepage::MacRoman ? macRoman : windows1252; }

QString nameOf(Codepage codepage) { return codepage == Codepage::MacRoman ? u"Mac Roman"_s : u"Windows-1252"_s; }

QHash<char16_t, char> bytesOf(const Upper& upper)
{
    QHash<char16_t, char> bytes;
    for (std::size_t i = 0; i < upper.size(); ++i)
        bytes.insert(upper[i], static_cast<char>(0x80 + i));
    return bytes;
}

bool isAscii(QStringView line)
{
    return std::ranges::all_of(line, [](QChar c) { return c.unicode() < 0x80; });
}

/// Nothing where a character has no byte, or the bytes are no UTF-8.
std::optional<QString> readAgain(QStringView line, const QHash<char16_t, char>& byteOf)
{
    QByteArray bytes;
    for (const QChar c : line) {
        const auto byte = byteOf.constFind(c.unicode());
        if (c.unicode() >= 0x80 && byte == byteOf.constEnd())
            return std::nullopt;
        bytes += c.unicode() < 0x80 ? static_cast<char>(c.unicode()) : *byte;
    }
    return bytes.isValidUtf8() ? std::optional(QString::fromUtf8(bytes)) : std::nullopt;
}

std::optional<Repair> repairFrom(const QString& text, Codepage codepage)
{
    const QHash<char16_t, char> byteOf = bytesOf(upperOf(codepage));
    Repair repair{nameOf(codepage), {}, {}};
    int number = 0;
    for (const QStringView line : QStringView(text).split(u'\n')) {
        ++number;
        if (number > 1)
            repair.text += u'\n';
        if (isAscii(line)) {
            repair.text += line;
            continue;
        }
        const std::optional<QString> after = readAgain(line, byteOf);
        if (!after)
            return std::nullopt;
        repair.changes.push_back({number, line.toString(), *after});
        repair.text += *after;
    }
    return repair.changes.empty() ? std::nullopt : std::optional(std::move(repair));
}

/// Characters that a sound text hardly has: more of them came of the wrong encoding.
qsizetype oddOnes(const Repair& repair)
{
    qsizetype odd = 0;
    for (const Repair::Change& change : repair.changes)
        odd += std::ranges::count_if(change.after, [](QChar c) {
            return c.isMark() || c.category() == QChar::Other_NotAssigned || c.category() == QChar::Other_PrivateUse
                || c.category() == QChar::Other_Control;
        });
    return odd;
}

} // namespace

QString misread(const QByteArray& bytes, Codepage codepage)
{
    QString text;
    for (const char c : bytes) {
        const auto byte = static_cast<unsigned char>(c);
        text += QChar(byte < 0x80 ? char16_t(byte) : upperOf(codepage)[byte - 0x80]);
    }
    return text;
}

std::optional<Repair> repairOf(const QString& text)
{
    std::optional<Repair> windows = repairFrom(text, Codepage::Windows1252);
    std::optional<Repair> mac = repairFrom(text, Codepage::MacRoman);
    if (!windows || !mac)
        return windows ? windows : mac;
    return oddOnes(*mac) < oddOnes(*windows) ? mac : windows;
}

} // namespace warroom::runbook
