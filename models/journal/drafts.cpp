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

bool write(const QString& path, const std::vector<DraftLine>& lines)
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
    return written
        && std::rename(QFile::encodeName(file.fileName()).constData(), QFile::encodeName(path).constData()) == 0;
}

} // namespace

Drafts::Drafts(const Folder& folder, const std::optional<IncidentId>& incident, const QUuid& window)
    : m_folder(folder.drafts()),
      m_incident(incident ? incident->text() : undeclared),
      m_window(window.toString(QUuid::WithoutBraces))
{
    QDir().mkpath(m_folder);
    if (Result<StoreLock> lock = StoreLock::take(lockOf(m_folder, m_window)))
        m_lives.emplace(std::move(*lock));
}

Drafts::~Drafts()
{
    if (!QFile::exists(file()))
        QFile::remove(lockOf(m_folder, m_window));
}

QString Drafts::file() const { return QStringLiteral("%1/%2.%3").arg(m_folder, m_incident, m_window) + suffix; }

bool Drafts::keep(const std::vector<DraftLine>& lines)
{
    m_kept = lines;
    if (!lines.empty())
        return write(file(), lines);
    return !QFile::exists(file()) || QFile::remove(file());
}

void Drafts::follow(IncidentId incident)
{
    const QString before = file();
    m_incident = incident.text();
    std::rename(QFile::encodeName(before).constData(), QFile::encodeName(file()).constData());
}

std::vector<DraftLine> Drafts::take()
{
    std::vector<DraftLine> lines;
    std::vector<std::pair<QString, StoreLock>> ended;
    const QStringList names =
        QDir(m_folder).entryList({m_incident + QStringLiteral(".*") + suffix}, QDir::Files, QDir::Name);
    for (const QString& name : names) {
        std::optional<StoreLock> lock = lockOfEnded(m_folder, name);
        if (!lock)
            continue;
        const std::vector<DraftLine> found = linesIn(m_folder + QLatin1Char('/') + name);
        lines.insert(lines.end(), found.begin(), found.end());
        ended.emplace_back(name, std::move(*lock));
    }
    std::vector<DraftLine> all = m_kept;
    all.insert(all.end(), lines.begin(), lines.end());
    if (!lines.empty() && !keep(all))
        return lines; // they stay where they are, too
    for (const auto& [name, lock] : ended)
        removeWithLock(m_folder, name);
    return lines;
}

void forgetDrafts(const Folder& folder, const QSet<EntryId>& acts, const QSet<QString>& words)
{
    const QString drafts = folder.drafts();
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
            write(path, lines);
    }
}

} // namespace warroom::journal
