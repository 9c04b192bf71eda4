// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "support/powercut.h"
#include "support/seededids.h"
#include "support/storefolder.h"

namespace warroom::support {

/// An act that was acknowledged.
struct ToldAct {
    EntryId id;
    std::size_t entries;
    QByteArray erased; ///< The word that a redaction took away.
};

/// What was done to a disk: from what, which changes, and what was acknowledged on the way.
struct Recording {
    DiskImage before;
    std::vector<DiskEvent> events;
    std::vector<ToldAct> acts; ///< One for each Acknowledge, in order.
    DiskImage after;
};

/// How much the store's own connection does for durability; Full is ours.
enum class Synchronous { Full, Normal, Off };

/// Acts on a store in a folder of its own, written down as the disk sees them.
class CutStory
{
public:
    explicit CutStory(std::uint64_t seed, Synchronous synchronous = Synchronous::Full);
    void open();
    void close() { m_store.reset(); }
    void declare();
    /// Of three entries: who says it, the note, the pin.
    void note(const QString& text);
    void noteSecret();
    void redactSecret();
    void checkpoint();
    /// All of it, several times over.
    void tellAll();
    /// Until the log has been moved into the database because it was large.
    void tellUntilMoved();

    /// What was written down; closes the store.
    Recording recording();

private:
    void perform(const incident::Submission& submission, const QString& erased = {});

    SeededIds m_ids;
    Synchronous m_synchronous;
    StoreFolder m_room;
    Recording m_recording;
    DiskRecorder m_recorder;
    std::unique_ptr<journal::Store> m_store;
    IncidentId m_incident;
    EntryId m_secret;
    QString m_word;
    int m_said = 0;
};

/// In memory where the machine has such a disk.
QString folderForImages();

} // namespace warroom::support
