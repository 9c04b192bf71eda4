// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/desk.h"

#include "incident/people.h"
#include "incident/prose.h"
#include "playbook/loader.h"

#include <QFile>

namespace warroom::support {

session::LoadedPlaybook standardPlaybook()
{
    QFile file(QStringLiteral(WARROOM_PLAYBOOKS "/standard.yaml"));
    if (!file.open(QFile::ReadOnly))
        qFatal("no playbook");
    const QByteArray bytes = file.readAll();
    return {playbook::load(bytes, QStringLiteral("standard")).value(), bytes};
}

Desk::Desk(StoreFolder& room, const std::optional<IncidentId>& incident)
    : m_room(room), m_board(std::move(session::Board::open(room.prepared(), room.clock, room.ids).value()))
{
    Result<std::unique_ptr<session::Session>> opened =
        session::Session::open({*m_board, room.clock, room.ids, incident, standardPlaybook(), QStringLiteral("Ana")});
    if (!opened)
        qFatal("cannot open: %s", qPrintable(opened.error().detail));
    m_session = std::move(*opened);
    session::Session* session = m_session.get();
    QObject::connect(session, &session::Session::saved, session, [this](EntryId act) { saved.push_back(act); });
    QObject::connect(
        session, &session::Session::alreadySo, session, [this](const QString& line) { alreadySo += line; });
    QObject::connect(session, &session::Session::refused, session, [this](const QString& line, const Error& why) {
        refused.push_back({line, why.code});
    });
    QObject::connect(session, &session::Session::appended, session, [this] { ++appended; });
    QObject::connect(session, &session::Session::refolded, session, [this] { ++refolded; });
}

EntryId Desk::submit(const incident::Command& command, const QString& line)
{
    return m_session->submit(line, m_room.clock.wall, command, m_room.clock.wall, {});
}

EntryId Desk::note(const QString& text) { return submit(incident::Note{incident::NoteKind::Note, text, false}, text); }

incident::Command Desk::declaration(const QString& title) const
{
    const playbook::Playbook& playbook = m_session->playbook();
    return incident::Declare{playbook.severities.front().label, title, {}, {}, {},
        incident::adopt(playbook, m_session->playbookBytes()), m_session->playbookBytes()};
}

void Desk::declare(const QString& title)
{
    submit(declaration(title));
    if (!savesAll() || m_session->state().title.value != title)
        qFatal("not declared");
}

QStringList Desk::notes() const
{
    QStringList texts;
    for (const incident::EntryPtr& entry : m_session->state().entries) {
        if (const auto* noted = std::get_if<incident::Noted>(&entry->body))
            texts += noted->text;
    }
    return texts;
}

} // namespace warroom::support
