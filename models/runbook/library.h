// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "base/worker.h"
#include "runbook/index.h"

#include <QFileSystemWatcher>
#include <QHash>
#include <QObject>
#include <QTimer>

#include <atomic>

namespace warroom::runbook {

/// The runbook files of a folder and of those below it, by name; the path itself where it is a file. Links to folders
/// are not followed, so no folder is met twice.
QStringList filesIn(const QString& path);

/// The bytes of a runbook as they were at one moment; FileUnreadable where it is gone, no file or changes all the time,
/// FileTooLarge where it is more than a runbook has.
Result<QByteArray> fileBytes(const QString& path);

/// Folders of runbooks on this machine: read on a thread of their own, again whatever of them changes, and searched
/// without a network.
class Library : public QObject
{
    Q_OBJECT

public:
    explicit Library(const QStringList& folders, QObject* parent = nullptr);
    /// Waits for the file that is being read.
    ~Library() override;

    const Index& index() const { return m_index; }
    bool isReading() const { return m_reading; }
    /// Looks for what changed; also done by itself.
    void refresh();

Q_SIGNALS:
    void progressed(int done, int all);
    /// The index is that of the folders again.
    void refreshed();

private:
    struct Stamp {
        qint64 size;
        qint64 modified;
        bool operator==(const Stamp&) const = default;
    };
    using Stamps = QHash<QString, Stamp>;

    void read(Stamps known);
    void take(std::vector<Indexed> read, Stamps stamps, const QStringList& folders);
    void watch(const QStringList& folders);

    const QStringList m_folders;
    Index m_index;
    Stamps m_stamps; ///< What the index was read from.
    QFileSystemWatcher m_watcher;
    QTimer m_settling; ///< Many files change at once when a checkout does.
    bool m_reading = false;
    bool m_again = false; ///< Something changed while it was read.
    std::atomic<bool> m_ending = false;
    Worker m_worker; ///< The last one, so that it is gone before what it uses.
};

} // namespace warroom::runbook
