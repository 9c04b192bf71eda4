// SPDX-License-Identifier: GPL-3.0-or-later
#include "journal/drafts.h"

#include "incident/quoting.h"

#include <QDir>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>
#include <cstdio>

namespace warroom::journal {

namespace {

const QLatin1String suffix(".json");
const QLatin1String undeclared("new");

QString lockOf(const QString& folder, const QString& window)
{
    return QStringLiteral("%1/%2.lock").arg(folder, window);
}

/// Null while the window that wrote the file lives.
std::optional<StoreLock> lockOfEnded(const QString& folder, const QString& name)
{
    Result<StoreLock> lock =
        StoreLock::take(lockOf(folder, name.section(QLatin1Char('.'), 1, 1)), std::chrono::milliseconds(0));
    return lock ? std::optional(std::move(*lock)) : std::nullopt;
}

void removeWithLock(const QString& folder, const QString& name)
{
    QFile::remove(folder + QLatin1Char('/') + name);
    QFile::remove(lockOf(folder, name.section(QLatin1Char('.'), 1, 1)));
}

std::vector<DraftLine> linesIn(const QString& path)
{
    std::vector<DraftLine> lines;
    QFile file(path);
    if (!file.open(QFile::ReadOnly))
        return lines;
    const QJsonArray all = QJsonDocument::fromJson(file.readAll()).array();
    for (const QJsonValue& value : all) {
        lines.push_back({EntryId::fromText(value[QLatin1String("act")].toString()),
            value[QLatin1String("line")].toString(), fromMs(value[QLatin1String("first_key")].toInteger())});
        if (lines.back().line.isEmpty())
            lines.pop_back();
    }
    return lines;
}

bool writeLines(const QString& path, const std::vector<DraftLine>& lines)
{
    QJsonArray all;
    for (const DraftLine& line : lines) {
        QJsonObject object{{QStringLiteral("line"), line.line}, {QStringLiteral("first_key"), toMs(line.firstKey)}};
        if (line.act)
            object.insert(QStringLiteral("act"), line.act->text());
        all += object;
    }
    // Not a QSaveFile: that one syncs, and a stalling disk would stall the window.
    QFile file(path + QStringLiteral(".new"));
    const QByteArray bytes = QJsonDocument(all).toJson();
    const bool written =
        file.open(QFile::WriteOnly | QFile::Truncate) && file.write(bytes) == bytes.size() && file.flush();
    file.close();
    if (!written)
        file.remove();
    return written
        && std::rename(QFile::encodeName(file.fileName()).constData(), QFile::encodeName(path).constData()) == 0;
}

/// Elsewhere somebody else may have made the folder.
bool isRead(const QString& place, const QString& inDataFolder) { return place == inDataFolder || isOwn(place); }

void forgetDraftsIn(const QString& drafts, const QSet<EntryId>& acts, const QSet<QString>& words)
{
    const QStringList names = QDir(drafts).entryList(
        {QStringLiteral("*") + suffix, QStringLiteral("*") + suffix + QStringLiteral(".new")}, QDir::Files);
    for (const QString& name : names) {
        const std::optional<StoreLock> ended = lockOfEnded(drafts, name);
        if (!ended)
            continue;
        const QString path = drafts + QLatin1Char('/') + name;
        if (!name.endsWith(suffix)) {
            QFile::remove(path); // half written when its window ended; the whole one is beside it
            continue;
        }
        const std::vector<DraftLine> before = linesIn(path);
        std::vector<DraftLine> lines = before;
        std::erase_if(lines, [&](const DraftLine& line) { return line.act && acts.contains(*line.act); });
        for (DraftLine& line : lines)
            line.line = incident::without(words, line.line);
        if (lines == before)
            continue;
        if (lines.empty())
            removeWithLock(drafts, name);
        else
            writeLines(path, lines);
    }
}

} // namespace

Drafts::Drafts(const Folder& folder, const std::optional<IncidentId>& incident, const QUuid& window)
    : m_incident(incident ? incident->text() : undeclared), m_window(window.toString(QUuid::WithoutBraces))
{
    for (const QString& place : folder.allDrafts())
        m_places.push_back({place, std::nullopt});
    QDir().mkpath(folder.drafts());
    if (Result<StoreLock> lock = StoreLock::take(lockOf(folder.drafts(), m_window)))
        m_places.front().lives.emplace(std::move(*lock));
}

Drafts::~Drafts()
{
    for (const Place& place : m_places) {
        if (place.lives && !QFile::exists(fileIn(place)))
            QFile::remove(lockOf(place.folder, m_window));
    }
}

QString Drafts::fileIn(const Place& place) const
{
    return QStringLiteral("%1/%2.%3").arg(place.folder, m_incident, m_window) + suffix;
}

bool Drafts::write(Place& place, const std::vector<DraftLine>& lines) const
{
    const bool elsewhere = &place != &m_places.front();
    if (elsewhere && !makeOwn(place.folder))
        return false;
    if (!place.lives) {
        Result<StoreLock> lock = StoreLock::take(lockOf(place.folder, m_window), std::chrono::milliseconds(0));
        if (!lock)
            return false; // another window could not see that this one lives
        place.lives.emplace(std::move(*lock));
    }
    return writeLines(fileIn(place), lines);
}

bool Drafts::removeFrom(const Place& place) const
{
    return !QFile::exists(fileIn(place)) || QFile::remove(fileIn(place));
}

bool Drafts::keep(const std::vector<DraftLine>& lines)
{
    m_kept = lines;
    const auto written = lines.empty()
        ? m_places.end()
        : std::ranges::find_if(m_places, [&](Place& place) { return write(place, lines); });
    if (!lines.empty() && written == m_places.end())
        return false;
    bool gone = true;
    for (auto place = m_places.begin(); place != m_places.end(); ++place) {
        if (place != written && !removeFrom(*place)) // it would bring older lines back
            gone = false;
    }
    return gone;
}

void Drafts::follow(IncidentId incident)
{
    std::vector<QString> before;
    std::ranges::transform(m_places, std::back_inserter(before), [this](const Place& place) { return fileIn(place); });
    m_incident = incident.text();
    for (std::size_t i = 0; i < before.size(); ++i)
        std::rename(QFile::encodeName(before[i]).constData(), QFile::encodeName(fileIn(m_places[i])).constData());
}

std::vector<DraftLine> Drafts::take()
{
    struct Ended {
        QString folder;
        QString name;
        StoreLock lock;
    };
    std::vector<DraftLine> lines;
    std::vector<Ended> ended;
    for (const Place& place : m_places) {
        if (!isRead(place.folder, m_places.front().folder))
            continue;
        const QStringList names =
            QDir(place.folder).entryList({m_incident + QStringLiteral(".*") + suffix}, QDir::Files, QDir::Name);
        for (const QString& name : names) {
            std::optional<StoreLock> lock = lockOfEnded(place.folder, name);
            if (!lock)
                continue;
            const std::vector<DraftLine> found = linesIn(place.folder + QLatin1Char('/') + name);
            lines.insert(lines.end(), found.begin(), found.end());
            ended.push_back({place.folder, name, std::move(*lock)});
        }
    }
    std::vector<DraftLine> all = m_kept;
    all.insert(all.end(), lines.begin(), lines.end());
    if (!lines.empty() && !keep(all))
        return lines; // they stay where they are, too
    for (const Ended& each : ended)
        removeWithLock(each.folder, each.name);
    return lines;
}

bool leftUndeclared(const Folder& folder)
{
    const QStringList places = folder.allDrafts();
    return std::ranges::any_of(places, [&](const QString& place) {
        if (!isRead(place, folder.drafts()))
            return false;
        const QStringList names = QDir(place).entryList({undeclared + QStringLiteral(".*") + suffix}, QDir::Files);
        return std::ranges::any_of(names, [&](const QString& name) {
            return lockOfEnded(place, name) && !linesIn(place + QLatin1Char('/') + name).empty();
        });
    });
}

void forgetDrafts(const Folder& folder, const QSet<EntryId>& acts, const QSet<QString>& words)
{
    for (const QString& drafts : folder.allDrafts()) {
        if (isRead(drafts, folder.drafts()))
            forgetDraftsIn(drafts, acts, words);
    }
}

} // namespace warroom::journal
