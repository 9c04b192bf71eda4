// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/id.h"

#include <QtEndian>

#include <array>
#include <string_view>

namespace warroom {

namespace {

/// What each character is worth as a digit, -1 where it is none. Whether a digit or a letter comes next no processor
/// foresees, and ids are most of what is read of a log.
constexpr std::array<qint8, 256> hexadecimal = [] {
    std::array<qint8, 256> worth{};
    worth.fill(-1);
    for (std::size_t i = 0; i < 16; ++i)
        worth[uchar("0123456789abcdef"[i])] = worth[uchar("0123456789ABCDEF"[i])] = qint8(i);
    return worth;
}();

} // namespace

QUuid uuidFromText(QByteArrayView text)
{
    static constexpr std::string_view form = "xxxxxxxx-xxxx-xxxx-xxxx-xxxxxxxxxxxx";
    if (text.size() != qsizetype(form.size()))
        return {};
    std::array<char, 16> bytes{};
    std::size_t digits = 0;
    for (std::size_t i = 0; i < form.size(); ++i) {
        const char c = text[qsizetype(i)];
        const int digit = hexadecimal[uchar(c)];
        if (form[i] == '-' ? c != '-' : digit < 0)
            return {};
        if (form[i] != '-') {
            char& byte = bytes[digits++ / 2];
            byte = char(uchar(byte) << 4 | digit);
        }
    }
    return QUuid::fromRfc4122(QByteArrayView(bytes.data(), bytes.size()));
}

PersonId rosterPersonId(const QString& rosterKey)
{
    static const QUuid people(QStringLiteral("3f0c5a52-7d7c-4c1e-9a1b-5f6a1c0e9b77"));
    return {QUuid::createUuidV5(people, rosterKey.toCaseFolded())};
}

EntryId following(EntryId first, int n)
{
    QByteArray bytes = first.uuid.toRfc4122();
    char* random = bytes.data() + 8; // two bits of variant, then 62 random ones
    const quint64 bits = qFromBigEndian<quint64>(random);
    constexpr quint64 mask = (quint64(1) << 62) - 1;
    qToBigEndian((bits & ~mask) | ((bits + quint64(n)) & mask), random);
    return {QUuid::fromRfc4122(bytes)};
}

} // namespace warroom
