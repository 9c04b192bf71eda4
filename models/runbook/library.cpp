// SPDX-License-Identifier: GPL-3.0-or-later
#include "runbook/library.h"

#include "runbook/gitdates.h"
#include "runbook/reader.h"

#include <QDateTime>
#include <QDirIterator>
#include <QFile>
#include <QFileInfo>
#include <QSet>

namespace warroom::runbook {

namespace {

/// Watching costs the kernel something for each folder; beyond these a change is seen at the next refresh.
constexpr qsizetype mostWatched = 1000;
constexpr std::chrono::milliseconds settles{300};

std::pair<qint64, qint64> stampOf(const QString& path)
{
    const QFileInfo info(path);
    return {info.size(), info.lastModified().toMSecsSinceEpoch()};
}

QStringList foldersIn(const QString& path)
{
    QStringList folders{path};
    QDirIterator found(path, QDir::Dirs | QDir::NoDotAndDotDot | QDir::NoSymLinks, QDirIterator::Subdirectories);
    while (found.hasNext() && folders.size() < mostWatched)
        folders += found.next();
    return folders;
}

} // namespace

QStringList filesIn(const QString& path)
{
    if (!QFileInfo(path).isDir())
        return {path};
    QStringList files;
    QDirIterator found(path, {QStringLiteral("*.md"), QStringLiteral("*.markdown"), QStringLiteral("*.html.md.erb")},
        QDir::Files, QDirIterator::Subdirectories);
    while (found.hasNext())
        files += found.next();
    files.sort();
    return files;
}

Result<QByteArray> fileBytes(const QString& path)
{
    constexpr int attempts = 3;
    for (int i = 0; i < attempts; ++i) {
        const auto before = stampOf(path);
        QFile file(path);
        // A FIFO would be waited for, a device read for ever.
        if (!QFileInfo(path).isFile() || !file.open(QFile::ReadOnly))
            break;
        if (file.size() > maxBytes)
            return Error{ErrorCode::FileTooLarge, path};
        const QByteArray bytes = file.read(maxBytes + 1);
        if (file.error() == QFile::NoError && stampOf(path) == before)
            return bytes;
    }
    return Error{ErrorCode::FileUnreadable, path};
}

Library::Library(const QStringList& folders, QObject* parent) : QObject(parent), m_folders(folders)
{
    m_settling.setSingleShot(true);
    m_settling.setInterval(settles);
    const auto settle = qOverload<>(&QTimer::start);
    connect(&m_watcher, &QFileSystemWatcher::directoryChanged, &m_settling, settle);
    connect(&m_watcher, &QFileSystemWatcher::fileChanged, &m_settling, settle);
    connect(&m_settling, &QTimer::timeout, this, &Library::refresh);
    refresh();
}

Library::~Library() { m_ending = true; }

void Library::refresh()
{
    m_again = m_reading;
    if (std::exchange(m_reading, true))
        return;
    m_worker.post([this, known = m_stamps] { read(known); });
}

/// On the worker's thread.
void Library::read(Stamps known)
{
    QStringList files;
    for (const QString& folder : m_folders)
        files += filesIn(folder);
    Stamps stamps;
    std::vector<Indexed> changed;
    QStringList folders;
    for (const QString& folder : m_folders)
        folders += foldersIn(folder);
    int done = 0;
    for (const QString& path : files) {
        if (m_ending)
            return;
        const auto [size, modified] = stampOf(path);
        const Stamp stamp{size, modified};
        stamps.insert(path, stamp);
        if (known.value(path, {-1, -1}) != stamp) {
            const Result<QByteArray> bytes = fileBytes(path);
            const Result<Document> document =
                bytes ? runbook::read(*bytes, path, Damage::Repair) : Result<Document>(bytes.error());
            if (document)
                changed.push_back(indexed(path, *document));
            else
                stamps.remove(path);
        }
        if (++done % 50 == 0 || done == files.size())
            Q_EMIT progressed(done, int(files.size()));
    }
    QStringList undated;
    for (const Indexed& each : changed) {
        if (!each.asOf.isValid())
            undated << each.entry.path;
    }
    const QHash<QString, QDate> dates = lastChanged(undated, m_ending);
    for (Indexed& each : changed) {
        if (!each.asOf.isValid())
            each.asOf = dates.value(each.entry.path);
    }
    QMetaObject::invokeMethod(
        this,
        [this, changed = std::move(changed), stamps, folders]() mutable { take(std::move(changed), stamps, folders); },
        Qt::QueuedConnection);
}

void Library::take(std::vector<Indexed> read, Stamps stamps, const QStringList& folders)
{
    for (auto known = m_stamps.keyBegin(); known != m_stamps.keyEnd(); ++known)
        if (!stamps.contains(*known))
            m_index.remove(*known);
    for (Indexed& each : read)
        m_index.put(std::move(each));
    m_stamps = std::move(stamps);
    m_reading = false;
    watch(folders);
    Q_EMIT refreshed();
    if (std::exchange(m_again, false))
        refresh();
}

void Library::watch(const QStringList& folders)
{
    QStringList paths = folders;
    for (auto path = m_stamps.keyBegin(); path != m_stamps.keyEnd() && paths.size() < mostWatched; ++path)
        paths += *path;
    const QStringList before = m_watcher.directories() + m_watcher.files();
    const QSet<QString> watched(before.begin(), before.end());
    QStringList added;
    for (const QString& path : paths)
        if (!watched.contains(path) && QFileInfo::exists(path))
            added += path;
    if (!added.isEmpty())
        m_watcher.addPaths(added);
}

} // namespace warroom::runbook
