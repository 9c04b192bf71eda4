// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/id.h"

#include <QtEndian>

namespace warroom {

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
