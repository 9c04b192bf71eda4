// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "support/diskshim.h"

#include <map>
#include <optional>
#include <random>
#include <vector>

namespace warroom::support {

/// What changed a disk, in its order.
struct DiskEvent {
    enum class Kind { Create, Write, Truncate, Sync, Remove, Rename, Acknowledge };
    Kind kind;
    QString name; ///< In the folder.
    QString to; ///< Of a rename.
    qint64 offset = 0; ///< Of a write; the size of a truncation.
    QByteArray bytes;
};

/// Names and contents of the files in a folder.
using DiskImage = std::map<QString, QByteArray>;

/// What a folder's files hold; the index that SQLite makes anew and the lock's file are none of them.
DiskImage filesIn(const QString& folder);
/// Makes the folder hold exactly these; a file that was there stays the same one.
void putFiles(const QString& folder, const DiskImage& files);

/// Writes down all that happens to the files of a folder.
class DiskRecorder : public DiskShim
{
public:
    explicit DiskRecorder(QString folder) : m_folder(std::move(folder)) { }
    void acknowledge() { m_events.push_back({DiskEvent::Kind::Acknowledge, {}, {}, 0, {}}); }
    const std::vector<DiskEvent>& events() const { return m_events; }

    void created(const QString& path) override;
    void written(const QString& path, qint64 offset, const QByteArray& bytes) override;
    void truncated(const QString& path, qint64 size) override;
    void synced(const QString& path) override;
    void removed(const QString& path) override;
    void renamed(const QString& from, const QString& to) override;

private:
    void add(DiskEvent::Kind kind, const QString& path, qint64 offset = 0, const QByteArray& bytes = {},
        const QString& to = {});

    QString m_folder;
    std::vector<DiskEvent> m_events;
};

/// A disk as of an event: what it must still hold when the power goes then, and what it may.
class Disk
{
public:
    explicit Disk(const DiskImage& files = {});
    void take(const DiskEvent& event);
    /// Whether a cut leaves nothing to chance.
    bool settled() const;

    enum class Kept { Nothing, All, Some, Sectors };
    /// What it may hold after a cut: of that which was not synced nothing, all, some writes, or some 512 bytes of them.
    DiskImage afterCut(Kept kept, std::mt19937_64& chance) const;

private:
    struct Change {
        qint64 offset;
        std::optional<QByteArray> bytes; ///< None: it was cut off there.
        void applyTo(QByteArray& file) const;
    };
    struct File {
        QByteArray durable;
        std::vector<Change> since;
    };
    using Names = std::map<QString, std::size_t>;

    std::vector<File> m_files;
    std::vector<Names> m_names; ///< As they are for certain, and after each change since.
};

} // namespace warroom::support
