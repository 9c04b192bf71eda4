// SPDX-License-Identifier: GPL-3.0-or-later
#include "timeline/offers.h"

#include "words/sentence.h"
#include "words/visible.h"

#include <QCoreApplication>
#include <QSet>

#include <algorithm>

namespace warroom::timeline::offers {

using capture::Situation;
using incident::ActionState;
using incident::Mark;

namespace {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(warroom::timeline::Completion)
};

Offer offer(const QString& insert, const QString& name, const QString& what, const QStringList& otherSpellings = {})
{
    return {{insert, words::visible(name), words::visible(what)}, QStringList{insert} + otherSpellings};
}

QString roleOf(const QString& handle, const QString& title, const playbook::Playbook& playbook)
{
    for (const playbook::Role& role : playbook.roles) {
        if (role.primary == handle)
            return role.name;
    }
    for (const playbook::Role& role : playbook.roles) {
        if (role.backup == handle)
            return Text::tr("%1, backup", "role").arg(role.name);
    }
    return title;
}

Offer person(const QString& handle, const QString& name, const QString& what)
{
    const QString mention =
        handle.contains(QLatin1Char(' ')) ? QStringLiteral("@\"%1\"").arg(handle) : QLatin1Char('@') + handle;
    return offer(mention, name, what, {QLatin1Char('@') + name});
}

/// Who has the role, or who usually takes it.
QString holderText(const playbook::Role& role, const Situation& situation)
{
    QStringList names;
    if (situation.state) {
        for (const PersonId& id : situation.state->holders(role.id))
            names << words::person(*situation.state, id);
    }
    if (!names.isEmpty())
        return Text::tr("%1 has it").arg(names.join(QStringLiteral(", ")));
    const playbook::RosterPerson* usual = situation.playbook->person(role.primary);
    return usual ? Text::tr("nobody yet, usually %1").arg(usual->name) : Text::tr("nobody yet");
}

bool canBe(Mark mark, ActionState state)
{
    return state == ActionState::Open || (state == ActionState::Started && mark != Mark::Started);
}

} // namespace

std::vector<Offer> words()
{
    std::vector<Offer> result;
    for (const Suggestion& word : lineWords())
        result.push_back({word, {word.insert}});
    return result;
}

std::vector<Offer> people(const Situation& situation)
{
    std::vector<Offer> result;
    QSet<QString> seen;
    if (situation.playbook) {
        for (const playbook::RosterPerson& known : situation.playbook->roster) {
            seen << known.handle;
            result.push_back(person(known.handle, known.name, roleOf(known.handle, known.title, *situation.playbook)));
        }
    }
    if (situation.state) {
        std::vector<Offer> others;
        for (const incident::Person& known : situation.state->people) {
            const QString handle = known.handle.isEmpty() ? known.name : known.handle;
            if (!handle.isEmpty() && !seen.contains(known.rosterKey) && !seen.contains(handle))
                others.push_back(person(handle, known.shown(), {}));
        }
        std::ranges::sort(others, {}, [](const Offer& other) { return other.suggestion.insert; });
        result.insert(result.end(), others.begin(), others.end());
    }
    return result;
}

std::vector<Offer> severities(const Situation& situation)
{
    std::vector<Offer> result;
    if (situation.playbook) {
        for (const playbook::Severity& severity : situation.playbook->severities)
            result.push_back(offer(severity.label, severity.name, severity.meaning, {severity.name}));
    }
    return result;
}

std::vector<Offer> statuses(const Situation& situation)
{
    std::vector<Offer> result;
    if (situation.playbook) {
        const QString now = situation.state ? situation.state->status.value : QString();
        for (const playbook::Status& status : situation.playbook->statuses) {
            const bool current = status.word.compare(now, Qt::CaseInsensitive) == 0;
            result.push_back(offer(status.word, {}, current ? Text::tr("as it is now") : QString()));
        }
    }
    return result;
}

std::vector<Offer> roles(const Situation& situation)
{
    std::vector<Offer> result;
    if (situation.playbook) {
        for (const playbook::Role& role : situation.playbook->roles) {
            result.push_back(offer(role.name, role.aliases.join(QStringLiteral(", ")), holderText(role, situation),
                QStringList(role.aliases) << role.id));
        }
    }
    return result;
}

std::vector<Offer> sections(const Situation& situation)
{
    std::vector<Offer> result;
    if (situation.playbook) {
        for (const playbook::Section& section : situation.playbook->postMortem.sections) {
            const bool written = situation.state && situation.state->sections.value(section.id).set();
            result.push_back(offer(
                section.id, section.heading, written ? Text::tr("written already") : QString(), {section.heading}));
        }
    }
    return result;
}

std::vector<Offer> actions(Mark mark, const Situation& situation)
{
    std::vector<Offer> result;
    if (!situation.state)
        return result;
    const auto add = [&](const auto& action) {
        if (!canBe(mark, action.state.value))
            return;
        const QString owner = action.owner.value ? words::person(*situation.state, *action.owner.value)
                                                 : Text::tr("unassigned", "action");
        const QString number = QString::number(action.number);
        result.push_back(offer(number, action.redacted ? Text::tr("[redacted]") : words::firstLine(action.text),
            action.state.value == ActionState::Started ? Text::tr("%1, started", "owner").arg(owner) : owner,
            {QLatin1Char('#') + number}));
    };
    std::ranges::for_each(situation.state->actions, add);
    std::ranges::for_each(situation.state->followUps, add);
    return result;
}

} // namespace warroom::timeline::offers
