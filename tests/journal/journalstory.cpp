// SPDX-License-Identifier: GPL-3.0-or-later
#include "journalstory.h"

#include "incident/codec.h"

#include <QDirIterator>
#include <QFile>
#include <QProcess>

using namespace Qt::StringLiterals;

namespace warroom::support {

void SetClock::set(const char* iso) { m_now = toInstant(QDateTime::fromString(QLatin1String(iso), Qt::ISODateWithMs)); }

JournalStory::JournalStory() { clock.set("2026-01-31T14:23:00Z"); }

std::unique_ptr<journal::Store> JournalStory::open()
{
    Result<std::unique_ptr<journal::Store>> store = tryOpen();
    if (!store)
        qFatal("the store does not open: %s", qPrintable(store.error().detail));
    return std::move(*store);
}

incident::Submission JournalStory::submission(IncidentId incident, const incident::Command& command)
{
    return {{ids.next(clock.now())}, incident, {{}, {}, u"Carol Lee"_s, {}}, {}, clock.now(), command};
}

incident::Declare JournalStory::declaration(const QString& title)
{
    const QByteArray bytes("name: sample");
    incident::AdoptedPlaybook playbook;
    playbook.name = u"sample"_s;
    playbook.zone = u"UTC"_s;
    playbook.content = QString::fromLatin1(incident::sha256(bytes).toHex());
    playbook.severities = {{u"P0"_s, {}, {}, {}}, {u"P1"_s, {}, {}, {}}};
    playbook.statuses = {{u"Investigating"_s, {}}, {u"Resolved"_s, incident::Milestone::Resolved}};
    playbook.roles = {{u"commander"_s, true, false}};
    return {u"P0"_s, title, {}, {}, {}, playbook, bytes};
}

IncidentId JournalStory::declare(journal::Store& store, const QString& title)
{
    const IncidentId incident{ids.next(clock.now())};
    const Result<journal::Receipt> receipt = store.perform(submission(incident, declaration(title)));
    if (!receipt)
        qFatal("not declared: %s", qPrintable(receipt.error().detail));
    return incident;
}

EntryId JournalStory::note(journal::Store& store, IncidentId incident, const QString& text)
{
    const Result<journal::Receipt> receipt =
        store.perform(submission(incident, incident::Note{incident::NoteKind::Note, text, false}));
    if (!receipt)
        qFatal("not noted: %s", qPrintable(receipt.error().detail));
    return receipt->entries.back();
}

QByteArray JournalStory::sqlite(const QString& sql) const
{
    QProcess process;
    process.setProcessChannelMode(QProcess::MergedChannels);
    process.start(u"sqlite3"_s, {folder().database(), sql});
    if (!process.waitForFinished(20'000))
        qFatal("sqlite3 does not run");
    return process.readAll();
}

QStringList JournalStory::filesWith(const QByteArray& word) const
{
    QStringList found;
    QDirIterator files(folder().path, QDir::Files | QDir::Hidden, QDirIterator::Subdirectories);
    while (files.hasNext()) {
        // Another program reads: a file of the store that this process closed would lose its locks.
        QProcess grep;
        grep.start(u"grep"_s, {u"-aqi"_s, QString::fromLatin1(word), files.next()});
        if (!grep.waitForFinished(20'000))
            qFatal("grep does not run");
        if (grep.exitCode() == 0)
            found += files.fileName();
    }
    return found;
}

} // namespace warroom::support
