// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/id.h"

#include <QtEndian>

#include <array>

namespace warroom {

namespace {

/// What each character is worth as a digit, -1 where it is none. Whether a digit or a letter comes next no processor
/// foresees, and ids are most of what is read of a log.
constexpr std::array<int, 256> hexadecimal = [] {
    std::array<int, 256> worth{};
    worth.fill(-1);
    for (std::size_t i = 0; i < 16; ++i)
        worth[uchar("0123456789abcdef"[i])] = worth[uchar("0123456789ABCDEF"[i])] = int(i);
    return worth;
}();

} // namespace

QUuid uuidFromText(QByteArrayView text)
{
    // Where in "xxxxxxxx-xxxx-xxxx-xxxx-xxxxxxxxxxxx" the digits of each byte stand.
    static constexpr std::array<quint8, 16> pairs{0, 2, 4, 6, 9, 11, 14, 16, 19, 21, 24, 26, 28, 30, 32, 34};
    if (text.size() != 36 || text[8] != '-' || text[13] != '-' || text[18] != '-' || text[23] != '-')
        return {};
    std::array<char, pairs.size()> bytes{};
    int wrong = 0;
    for (std::size_t i = 0; i < pairs.size(); ++i) {
        const int high = hexadecimal[uchar(text[pairs[i]])];
        const int low = hexadecimal[uchar(text[pairs[i] + 1])];
        bytes[i] = char(high << 4 | low);
        wrong |= high | low;
    }
    return wrong < 0 ? QUuid() : QUuid::fromRfc4122(QByteArrayView(bytes.data(), bytes.size()));
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
