// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/powercut.h"

#include <QDir>

#include <algorithm>

namespace warroom::support {

namespace {

QByteArray bytesOf(const QString& path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

bool coin(std::mt19937_64& chance) { return (chance() & 1) != 0; }

} // namespace

DiskImage filesIn(const QString& folder)
{
    DiskImage files;
    for (const QString& name : QDir(folder).entryList(QDir::Files | QDir::Hidden)) {
        if (!name.endsWith(QLatin1String("-shm")) && !name.endsWith(QLatin1String(".lock")))
            files[name] = bytesOf(folder + QLatin1Char('/') + name);
    }
    return files;
}

void putFiles(const QString& folder, const DiskImage& files)
{
    QDir directory(folder);
    directory.mkpath(QStringLiteral("."));
    for (const QString& name : directory.entryList(QDir::Files | QDir::Hidden)) {
        if (!files.contains(name))
            directory.remove(name);
    }
    for (const auto& [name, bytes] : files) {
        QFile file(directory.filePath(name));
        if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size())
            qFatal("cannot write %s", qPrintable(file.fileName()));
    }
}

void DiskRecorder::add(
    DiskEvent::Kind kind, const QString& path, qint64 offset, const QByteArray& bytes, const QString& to)
{
    if (path == m_folder)
        m_events.push_back({kind, {}, {}, 0, {}});
    else if (path.startsWith(m_folder + QLatin1Char('/')))
        m_events.push_back({kind, path.mid(m_folder.size() + 1), to.mid(m_folder.size() + 1), offset, bytes});
}

void DiskRecorder::created(const QString& path) { add(DiskEvent::Kind::Create, path); }

void DiskRecorder::written(const QString& path, qint64 offset, const QByteArray& bytes)
{
    add(DiskEvent::Kind::Write, path, offset, bytes);
}

void DiskRecorder::truncated(const QString& path, qint64 size) { add(DiskEvent::Kind::Truncate, path, size); }

void DiskRecorder::synced(const QString& path) { add(DiskEvent::Kind::Sync, path); }

void DiskRecorder::removed(const QString& path) { add(DiskEvent::Kind::Remove, path); }

void DiskRecorder::renamed(const QString& from, const QString& to)
{
    const auto known = [&](const DiskEvent& event) {
        return event.kind == DiskEvent::Kind::Create && m_folder + QLatin1Char('/') + event.name == from;
    };
    if (std::ranges::any_of(m_events, known)) {
        add(DiskEvent::Kind::Rename, from, 0, {}, to);
    } else {
        // What somebody else than SQLite wrote: who gives a file its name has written all of it.
        add(DiskEvent::Kind::Create, to);
        add(DiskEvent::Kind::Write, to, 0, bytesOf(to));
    }
}

void Disk::Change::applyTo(QByteArray& file) const
{
    if (!bytes) {
        file.truncate(std::min(file.size(), qsizetype(offset)));
        return;
    }
    if (file.size() < offset)
        file.append(offset - file.size(), '\0');
    file.replace(offset, bytes->size(), *bytes);
}

Disk::Disk(const DiskImage& files) : m_names(1)
{
    for (const auto& [name, bytes] : files) {
        m_names[0][name] = m_files.size();
        m_files.push_back({bytes, {}});
    }
}

void Disk::take(const DiskEvent& event)
{
    Names names = m_names.back();
    const auto found = names.find(event.name);
    File* file = found == names.end() ? nullptr : &m_files[found->second];
    switch (event.kind) {
    case DiskEvent::Kind::Create:
        names[event.name] = m_files.size();
        m_files.emplace_back();
        m_names.push_back(names);
        break;
    case DiskEvent::Kind::Write:
        file->since.push_back({event.offset, event.bytes});
        break;
    case DiskEvent::Kind::Truncate:
        file->since.push_back({event.offset, {}});
        break;
    case DiskEvent::Kind::Sync:
        if (file) {
            for (const Change& change : file->since)
                change.applyTo(file->durable);
            file->since.clear();
        }
        // File systems with a journal write down with any fsync what happened to names before it.
        m_names = {names};
        break;
    case DiskEvent::Kind::Remove:
        if (names.erase(event.name) > 0)
            m_names.push_back(names);
        break;
    case DiskEvent::Kind::Rename:
        names[event.to] = names.at(event.name);
        names.erase(event.name);
        m_names.push_back(names);
        break;
    case DiskEvent::Kind::Acknowledge:
        break;
    }
}

bool Disk::settled() const
{
    return m_names.size() == 1
        && std::ranges::all_of(m_names[0], [&](const auto& name) { return m_files[name.second].since.empty(); });
}

DiskImage Disk::afterCut(Kept kept, std::mt19937_64& chance) const
{
    constexpr qint64 sector = 512;
    const bool some = kept == Kept::Some || kept == Kept::Sectors;
    const std::size_t last = m_names.size() - 1;
    const Names& names = m_names[some ? chance() % m_names.size() : kept == Kept::All ? last : 0];
    DiskImage image;
    for (const auto& [name, number] : names) {
        const File& file = m_files[number];
        QByteArray bytes = file.durable;
        for (const Change& change : file.since) {
            if (kept == Kept::Sectors && change.bytes) {
                const qint64 end = change.offset + change.bytes->size();
                for (qint64 from = change.offset; from < end;) {
                    const qint64 to = std::min(end, (from / sector + 1) * sector);
                    if (coin(chance))
                        Change{from, change.bytes->mid(from - change.offset, to - from)}.applyTo(bytes);
                    from = to;
                }
            } else if (kept == Kept::All || (some && coin(chance))) {
                change.applyTo(bytes);
            }
        }
        image[name] = bytes;
    }
    return image;
}

} // namespace warroom::support
