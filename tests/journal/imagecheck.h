// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "cutstory.h"

namespace warroom::support {

/// What is wrong with the store of an image, the worst first.
enum class Damage { None, Unopenable, Unsound, Lost, Halved, WordsLeft, Stuck };

/// Opens stores as they are after a power cut.
class ImageCheck
{
public:
    explicit ImageCheck(std::uint64_t seed) : m_ids(seed), m_room(folderForImages(), m_ids) { }

    /// The first so many acts of those told were acknowledged when the power went.
    Damage look(const DiskImage& image, const std::vector<ToldAct>& told, std::size_t acknowledged);
    /// What opening the image does to the disk.
    std::vector<DiskEvent> recovery(const DiskImage& image);
    /// What the last look found, for people.
    const QString& says() const { return m_says; }

private:
    Damage lookInto(const std::vector<ToldAct>& told, std::size_t acknowledged);
    Damage damaged(Damage damage, const QString& says);

    SeededIds m_ids;
    StoreFolder m_room;
    QHash<QString, std::size_t> m_entries; ///< Of each act in it.
    QString m_says;
};

} // namespace warroom::support
