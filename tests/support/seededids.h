// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/ports.h"

#include <QUuid>
#include <QtEndian>

#include <random>

namespace warroom::support {

/// Ids that are the same in every run with the same seed.
class SeededIds : public IdSource
{
public:
    explicit SeededIds(std::uint64_t seed) : m_chance(seed) { }

    QUuid next(Instant now) override
    {
        const quint64 high = (quint64(toMs(now)) << 16) | 0x7000 | (m_chance() & 0xfff);
        const quint64 low = (quint64(2) << 62) | (m_chance() >> 2);
        QByteArray bytes(16, '\0');
        qToBigEndian(high, bytes.data());
        qToBigEndian(low, bytes.data() + 8);
        return QUuid::fromRfc4122(bytes);
    }

    QByteArray salt() override
    {
        QByteArray bytes(16, '\0');
        qToBigEndian(quint64(m_chance()), bytes.data());
        qToBigEndian(quint64(m_chance()), bytes.data() + 8);
        return bytes;
    }

private:
    std::mt19937_64 m_chance;
};

} // namespace warroom::support
