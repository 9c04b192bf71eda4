// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/drafts.h"

#include "session/session.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <csignal>
#include <cstdio>

namespace warroom::session {

namespace {

std::vector<Leftover> linesIn(const QString& path)
{
    std::vector<Leftover> lines;
    QFile file(path);
    if (!file.open(QFile::ReadOnly))
        return lines;
    const QJsonArray all = QJsonDocument::fromJson(file.readAll()).array();
    for (const QJsonValue& value : all) {
        const auto act = EntryId::fromText(value[QLatin1String("act")].toString());
        if (act) {
            lines.push_back(
                {*act, value[QLatin1String("line")].toString(), fromMs(value[QLatin1String("first_key")].toInteger())});
        }
    }
    return lines;
}

bool runs(qint64 process) { return process > 0 && (::kill(pid_t(process), 0) == 0 || errno == EPERM); }

} // namespace

Drafts::Drafts(QString folder, const std::optional<IncidentId>& incident)
    : m_folder(std::move(folder)), m_incident(incident ? incident->text() : QStringLiteral("new"))
{
    QDir().mkpath(m_folder);
}

Drafts::~Drafts() = default;

QString Drafts::path(qint64 process) const
{
    return QStringLiteral("%1/%2.%3.json").arg(m_folder, m_incident).arg(process);
}

void Drafts::keep(const std::vector<Leftover>& lines)
{
    const QString own = path(QCoreApplication::applicationPid());
    if (lines.empty()) {
        QFile::remove(own);
        return;
    }
    QJsonArray all;
    for (const Leftover& line : lines) {
        all += QJsonObject{{QStringLiteral("act"), line.act.text()}, {QStringLiteral("line"), line.line},
            {QStringLiteral("first_key"), toMs(line.firstKey)}};
    }
    // Not a QSaveFile: that one syncs, and a stalling disk would stall the window.
    QFile file(own + QStringLiteral(".new"));
    if (file.open(QFile::WriteOnly | QFile::Truncate) && file.write(QJsonDocument(all).toJson()) >= 0) {
        file.close();
        std::rename(QFile::encodeName(file.fileName()).constData(), QFile::encodeName(own).constData());
    }
}

std::vector<Leftover> Drafts::take()
{
    std::vector<Leftover> lines;
    const QStringList files =
        QDir(m_folder).entryList({m_incident + QStringLiteral(".*.json")}, QDir::Files, QDir::Name);
    for (const QString& name : files) {
        const QString file = m_folder + QLatin1Char('/') + name;
        if (runs(name.section(QLatin1Char('.'), 1, 1).toLongLong()))
            continue;
        const std::vector<Leftover> found = linesIn(file);
        lines.insert(lines.end(), found.begin(), found.end());
        QFile::remove(file);
    }
    return lines;
}

} // namespace warroom::session
