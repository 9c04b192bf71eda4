// SPDX-License-Identifier: GPL-3.0-or-later
#include "target.h"

#include "incident/people.h"
#include "output.h"
#include "playbookfiles.h"
#include "words/refusal.h"

#include <QCoreApplication>
#include <QRegularExpression>

namespace warroom::app {

namespace {

QString tr(const char* text) { return QCoreApplication::translate("warroom::app", text); }

} // namespace

bool looksLikeIncident(const QString& word)
{
    static const QRegularExpression label(
        QStringLiteral("^INC-\\d[0-9a-f-]*$"), QRegularExpression::CaseInsensitiveOption);
    return label.match(word).hasMatch() || IncidentId::fromText(word).has_value();
}

Target::Target(
    Environment& environment, journal::Store& store, journal::Listed listed, session::LoadedPlaybook playbook)
    : m_environment(&environment), m_store(&store), m_listed(std::move(listed)), m_playbook(std::move(playbook))
{
}

Result<Target> Target::find(Environment& environment, journal::Store& store, const QString& id)
{
    journal::Listed listed;
    if (!id.isEmpty()) {
        const Result<journal::Listed> found = store.find(id);
        if (!found)
            return found.error();
        listed = *found;
    } else {
        const Result<std::vector<journal::Listed>> all = store.incidents();
        if (!all)
            return all.error();
        QStringList open;
        for (const journal::Listed& candidate : *all) {
            if (const auto read = store.refresh(candidate.id); !read)
                return read.error();
            if (!store.state(candidate.id).closed()) {
                open += candidate.label;
                listed = candidate;
            }
        }
        if (open.isEmpty())
            return Error{ErrorCode::NoOpenIncident, {}};
        if (open.size() > 1)
            return Error{ErrorCode::SeveralOpenIncidents, open.join(QStringLiteral(", "))};
    }
    if (const auto read = store.refresh(listed.id); !read)
        return read.error();
    Result<session::LoadedPlaybook> playbook = session::playbookOf(store.state(listed.id), store);
    if (!playbook)
        return playbook.error();
    return Target(environment, store, listed, std::move(*playbook));
}

Result<Target> Target::fresh(Environment& environment, journal::Store& store)
{
    Result<session::LoadedPlaybook> playbook = loadPlaybook(environment.playbookName);
    if (!playbook)
        return playbook.error();
    const IncidentId id{environment.ids.next(environment.clock->now())};
    return Target(environment, store, {id, {}}, std::move(*playbook));
}

Result<capture::Situation> Target::situation() const
{
    const Result<Instant> now = m_store->now();
    if (!now)
        return now.error();
    return capture::Situation{
        *now, *now, m_playbook.playbook.zone, &m_playbook.playbook, m_playbook.bytes, &state(), {}, {}};
}

Result<journal::Receipt> Target::perform(const QString& line, const incident::Command& command, Instant occurredAt,
    const std::optional<incident::PersonRef>& by)
{
    const incident::Submission submission{{m_environment->ids.next(m_environment->clock->now())}, m_listed.id,
        incident::personNamed(m_environment->me, m_playbook.playbook), by, occurredAt, command};
    const Result<journal::Receipt> receipt = m_store->perform(submission);
    if (!receipt)
        return isFailure(receipt.error().code) ? kept(receipt.error(), {submission, line, occurredAt})
                                               : receipt.error();
    if (const auto read = m_store->refresh(m_listed.id); !read)
        return read.error();
    m_listed.label = state().label;
    return receipt;
}

Error Target::kept(Error failure, const journal::KeptAct& act) const
{
    const Result<QString> file = journal::Emergency(m_environment->folder).keep({act});
    failure.keptIn = file ? *file : QString();
    return failure;
}

Result<std::unique_ptr<journal::Store>> openStore(Environment& environment, journal::NoStore none, Purpose purpose)
{
    const Result<journal::Folder> folder =
        journal::prepare(environment.folder, *environment.clock, environment.ids, none);
    if (!folder)
        return folder.error();
    if (folder->wasOpenToOthers)
        warn(tr("Other accounts could read %1; it is closed to them now.").arg(folder->path));
    // Who writes is refused with it; who reads should not take the rest for all.
    if (purpose == Purpose::Reading && folder->readOnly && folder->readOnly->code == ErrorCode::StoreDamaged)
        warn(words::refusal(*folder->readOnly));
    Result<std::unique_ptr<journal::Store>> store = journal::Store::open(*folder, *environment.clock, environment.ids);
    // What stays out does so for a reason that this verb is about to meet itself.
    if (store && purpose == Purpose::Writing && !folder->readOnly)
        static_cast<void>(journal::Emergency(environment.folder).takeIn(**store).ok());
    return store;
}

Result<Opened> openTarget(Environment& environment, const QString& id, Purpose purpose)
{
    Result<std::unique_ptr<journal::Store>> store = openStore(environment, journal::NoStore::Refuse, purpose);
    if (!store)
        return store.error();
    Result<Target> target = Target::find(environment, **store, id);
    if (!target)
        return target.error();
    return Opened{std::move(*store), std::move(*target)};
}

QString takeIncident(QStringList& arguments)
{
    return !arguments.isEmpty() && looksLikeIncident(arguments.first()) ? arguments.takeFirst() : QString();
}

} // namespace warroom::app
