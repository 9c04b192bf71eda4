// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/storefolder.h"

#include "incident/codec.h"

#include <QFileInfo>
#include <QProcess>
#include <QSqlError>

#include <sys/stat.h>

namespace warroom::support {

StoreFolder::StoreFolder() : ids(m_random)
{
    ::umask(0077); // as every program of ours does
}

StoreFolder::StoreFolder(const QString& where, IdSource& given) : ids(given), m_temporary(where) { ::umask(0077); }

journal::Folder StoreFolder::prepared()
{
    const Result<journal::Folder> folder = prepare();
    if (!folder)
        qFatal("cannot prepare the folder: %d %s", int(folder.error().code), qPrintable(folder.error().detail));
    return *folder;
}

Result<std::unique_ptr<journal::Store>> StoreFolder::tryOpen()
{
    const Result<journal::Folder> folder = prepare();
    if (!folder)
        return folder.error();
    return journal::Store::open(*folder, clock, ids);
}

std::unique_ptr<journal::Store> StoreFolder::open()
{
    Result<std::unique_ptr<journal::Store>> store = tryOpen();
    if (!store)
        qFatal("cannot open the store: %d %s", int(store.error().code), qPrintable(store.error().detail));
    return std::move(*store);
}

std::optional<Error> StoreFolder::refusal()
{
    const Result<std::unique_ptr<journal::Store>> store = tryOpen();
    return store ? std::nullopt : std::optional(store.error());
}

incident::Submission StoreFolder::say(IncidentId incident, const incident::Command& command)
{
    return {{ids.next(clock.wall)}, incident, {{}, {}, QStringLiteral("Ana"), {}}, {}, clock.wall, command};
}

incident::Submission StoreFolder::note(IncidentId incident, const QString& text)
{
    return say(incident, incident::Note{incident::NoteKind::Note, text, false});
}

incident::Submission StoreFolder::declare(const QString& title)
{
    const QByteArray bytes = QByteArrayLiteral("name: standard\n");
    incident::AdoptedPlaybook playbook;
    playbook.name = QStringLiteral("standard");
    playbook.zone = QStringLiteral("UTC");
    playbook.content = QString::fromLatin1(incident::sha256(bytes).toHex());
    playbook.severities = {{QStringLiteral("P0"), {}, {}, {}}, {QStringLiteral("P1"), {}, {}, {}}};
    playbook.statuses = {{QStringLiteral("Open"), {}}, {QStringLiteral("Resolved"), playbook::Milestone::Resolved}};
    playbook.roles = {{QStringLiteral("commander"), true, false}};
    return say({ids.next(clock.wall)}, incident::Declare{QStringLiteral("P0"), title, {}, {}, {}, playbook, bytes});
}

IncidentId StoreFolder::declared(journal::Store& store, const QString& title)
{
    return done(store.perform(declare(title))).incident;
}

QStringList StoreFolder::filesWith(const QString& word) const
{
    QProcess grep;
    grep.start(QStringLiteral("grep"), {QStringLiteral("-rilaF"), QStringLiteral("--"), word, folder().path});
    grep.waitForFinished();
    if (grep.exitCode() > 1)
        qFatal("grep: %s", grep.readAllStandardError().constData());
    return QString::fromLocal8Bit(grep.readAllStandardOutput()).split(QLatin1Char('\n'), Qt::SkipEmptyParts);
}

qint64 StoreFolder::logSize() const { return QFileInfo(folder().writeAheadLog()).size(); }

journal::Receipt done(const Result<journal::Receipt>& performed)
{
    if (!performed)
        qFatal("refused: %d %s", int(performed.error().code), qPrintable(performed.error().detail));
    return *performed;
}

RawConnection::RawConnection(const QString& path)
{
    static int last = 0;
    m_name = QStringLiteral("raw-%1").arg(++last);
    QSqlDatabase database = QSqlDatabase::addDatabase(QStringLiteral("QSQLITE"), m_name);
    database.setDatabaseName(path);
    if (!database.open())
        qFatal("cannot open %s", qPrintable(path));
}

RawConnection::~RawConnection()
{
    QSqlDatabase::database(m_name).close();
    QSqlDatabase::removeDatabase(m_name);
}

QString RawConnection::exec(const QString& sql)
{
    QSqlQuery query(QSqlDatabase::database(m_name));
    return query.exec(sql) ? QString() : query.lastError().text();
}

QVariantList RawConnection::column(const QString& sql)
{
    QSqlQuery query(QSqlDatabase::database(m_name));
    if (!query.exec(sql))
        qFatal("%s: %s", qPrintable(sql), qPrintable(query.lastError().text()));
    QVariantList values;
    while (query.next())
        values += query.value(0);
    return values;
}

void RawConnection::dropTriggers()
{
    for (const QVariant& name : column(QStringLiteral("SELECT name FROM sqlite_schema WHERE type='trigger'"))) {
        if (const QString problem = exec(QStringLiteral("DROP TRIGGER ") + name.toString()); !problem.isEmpty())
            qFatal("%s", qPrintable(problem));
    }
}

} // namespace warroom::support
