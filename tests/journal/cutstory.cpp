// SPDX-License-Identifier: GPL-3.0-or-later
#include "cutstory.h"

#include "journal/append.h"
#include "journal/storelock.h"

#include <QDir>

namespace warroom::support {

QString folderForImages()
{
    const QString memory = QStringLiteral("/dev/shm");
    return (QFileInfo(memory).isWritable() ? memory : QDir::tempPath()) + QStringLiteral("/warroom-cut-XXXXXX");
}

CutStory::CutStory(std::uint64_t seed, Synchronous synchronous)
    : m_ids(seed), m_synchronous(synchronous), m_room(folderForImages(), m_ids), m_recorder(m_room.folder().path)
{
}

void CutStory::open()
{
    m_store = m_room.open();
    const char* pragma = m_synchronous == Synchronous::Full ? "PRAGMA synchronous=FULL"
        : m_synchronous == Synchronous::Normal              ? "PRAGMA synchronous=NORMAL"
                                                            : "PRAGMA synchronous=OFF";
    if (!m_store->database().exec(QLatin1String(pragma)).ok())
        qFatal("%s", pragma);
}

void CutStory::perform(const incident::Submission& submission, const QString& erased)
{
    m_room.clock.wall += std::chrono::seconds(1);
    const journal::Receipt receipt = done(m_store->perform(submission));
    m_recorder.acknowledge();
    m_recording.acts.push_back({receipt.act, receipt.entries.size(), erased.toUtf8()});
}

void CutStory::declare()
{
    const incident::Submission declaration = m_room.declare(QStringLiteral("Pool is full"));
    m_incident = declaration.incident;
    perform(declaration);
}

void CutStory::note(const QString& text)
{
    incident::Submission note = m_room.say(m_incident, incident::Note{incident::NoteKind::Note, text, true});
    note.by = incident::PersonRef{{}, {}, QStringLiteral("Person %1").arg(++m_said), {}};
    perform(note);
}

void CutStory::noteSecret()
{
    m_word = QStringLiteral("Zyqhunter%1").arg(++m_said);
    perform(m_room.note(m_incident, QStringLiteral("it is ") + m_word));
    m_secret = m_recording.acts.back().id;
}

void CutStory::redactSecret() { perform(m_room.say(m_incident, incident::RedactEntries{{m_secret}, {}}), m_word); }

void CutStory::checkpoint()
{
    if (m_synchronous == Synchronous::Off) {
        if (!m_store->database().exec(QStringLiteral("PRAGMA wal_checkpoint(TRUNCATE)")).ok())
            qFatal("no checkpoint");
        return;
    }
    const auto lock = journal::StoreLock::take(m_room.folder().lock());
    const Result<bool> moved = journal::checkpoint(m_room.folder());
    if (!lock || !moved || !*moved)
        qFatal("no checkpoint");
}

void CutStory::tellAll()
{
    open();
    declare();
    for (int round = 0; round < 3; ++round) {
        note(QStringLiteral("short"));
        noteSecret();
        note(QString(9000, QLatin1Char('n')));
        checkpoint();
        note(QStringLiteral("after the checkpoint"));
        if (round > 0)
            redactSecret();
        note(QStringLiteral("and on"));
        close();
        open();
        note(QStringLiteral("opened anew"));
    }
    close();
}

void CutStory::tellUntilMoved()
{
    open();
    declare();
    qint64 before = 0;
    for (qint64 size = m_room.logSize(); size >= before; size = m_room.logSize()) {
        before = size;
        note(QString(90'000, QLatin1Char('n')));
    }
    note(QStringLiteral("into an empty log"));
}

Recording CutStory::recording()
{
    close();
    m_recording.events = m_recorder.events();
    m_recording.after = filesIn(m_room.folder().path);
    return m_recording;
}

} // namespace warroom::support
