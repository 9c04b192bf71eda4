// SPDX-License-Identifier: GPL-3.0-or-later
#include "desk/keytable.h"

#include <QCoreApplication>

#include <algorithm>

namespace warroom::desk {

namespace {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(warroom::desk::KeyTable)
};

std::vector<KeyRow> incidentRows()
{
    constexpr auto group = KeyGroup::Incident;
    return {
        {Act::Declare, group, Text::tr("Declare an incident"), Text::tr("how bad, what, who is hit, since when"),
            {Qt::CTRL | Qt::Key_D}},
        {Act::Acknowledge, group, Text::tr("Acknowledge"), Text::tr("logs at once that somebody is on it"),
            {Qt::ALT | Qt::Key_A}},
        {Act::Severity, group, Text::tr("Severity"), Text::tr("then its digit"), {Qt::ALT | Qt::Key_S}},
        {Act::Status, group, Text::tr("Status"), Text::tr("then its digit"), {Qt::ALT | Qt::Key_T}},
        {Act::Update, group, Text::tr("Status update"), Text::tr("filled in from what was logged"),
            {Qt::CTRL | Qt::Key_U}},
        {Act::NoChange, group, Text::tr("No change"), Text::tr("a status update that says so"), {Qt::ALT | Qt::Key_N}},
        {Act::Facts, group, Text::tr("What is known"), Text::tr("title, who is hit, and the times, to be set right"),
            {Qt::ALT | Qt::Key_I}},
        {Act::Resolve, group, Text::tr("Resolve"), Text::tr("what fixed it, and what is still open"),
            {Qt::ALT | Qt::Key_R}},
        {Act::Close, group, Text::tr("Close"), Text::tr("what of the aftermath is done"), {Qt::ALT | Qt::Key_C}},
        {Act::Reopen, group, Text::tr("Open it again"), Text::tr("back to the status before its end"), {}},
        {Act::Export, group, Text::tr("Post-mortem"), Text::tr("write its sections, export it as Markdown"),
            {Qt::CTRL | Qt::Key_E}},
    };
}

std::vector<KeyRow> windowRows()
{
    constexpr auto group = KeyGroup::Window;
    return {
        {Act::Everything, group, Text::tr("Everything"), Text::tr("finds every command, person, incident"),
            {Qt::CTRL | Qt::Key_K, Qt::CTRL | Qt::SHIFT | Qt::Key_P}},
        {Act::Line, group, Text::tr("To the line"), Text::tr("a form with text in it is kept"), {Qt::CTRL | Qt::Key_L}},
        {Act::Roles, group, Text::tr("Roles"), Text::tr("Enter gives the marked one to somebody"),
            {Qt::CTRL | Qt::Key_R}},
        {Act::Runbook, group, Text::tr("Runbook"), Text::tr("takes one up, or a checklist"), {Qt::ALT | Qt::Key_B}},
        {Act::TickStep, group, Text::tr("Tick the current step"), Text::tr("of the runbook in view"),
            {Qt::ALT | Qt::Key_Return, Qt::ALT | Qt::Key_Enter}},
        {Act::RunbookText, group, Text::tr("The rest of the runbook"),
            Text::tr("background, and what comes afterwards"), {Qt::ALT | Qt::SHIFT | Qt::Key_B}},
        {Act::Measured, group, Text::tr("Log what is measured"), Text::tr("the values of the panels at this moment"),
            {Qt::ALT | Qt::Key_M}},
        {Act::LastSaved, group, Text::tr("Show the last saved entry"), {}, {Qt::CTRL | Qt::Key_J}},
        {Act::NextPanel, group, Text::tr("Next panel"), Text::tr("line, timeline, roles, actions, runbook"),
            {Qt::Key_F6}},
        {Act::Side, group, Text::tr("Side column"), Text::tr("roles and actions, shown or hidden"),
            {Qt::CTRL | Qt::Key_B}},
        {Act::Search, group, Text::tr("Search in this incident"), Text::tr("on the start page in all"),
            {Qt::CTRL | Qt::Key_F}},
        {Act::Jump, group, Text::tr("Go to a time"), {}, {Qt::CTRL | Qt::Key_G}},
        {Act::Keys, group, Text::tr("All keys"), {}, {Qt::Key_F1}},
        {Act::LookDesktop, group, Text::tr("Look of the desktop"), Text::tr("the theme, dark or light as it has it"),
            {}},
        {Act::LookDark, group, Text::tr("Dark look"), Text::tr("the theme, whatever the desktop has"), {}},
        {Act::LookLight, group, Text::tr("Light look"), Text::tr("the theme, whatever the desktop has"), {}},
    };
}

std::vector<KeyRow> fieldRows()
{
    return {
        {std::nullopt, KeyGroup::Line, Text::tr("Log the line"), {}, {Qt::Key_Return}},
        {std::nullopt, KeyGroup::Line, Text::tr("Break the line"), {}, {Qt::SHIFT | Qt::Key_Return}},
        {std::nullopt, KeyGroup::Line, Text::tr("Take what is offered"), Text::tr("↑ and ↓ choose another"),
            {Qt::Key_Tab}},
        {std::nullopt, KeyGroup::Line, Text::tr("Make a coloured word plain text"),
            Text::tr("elsewhere: the line away, and back"), {Qt::Key_Escape}},
        {std::nullopt, KeyGroup::Line, Text::tr("Amend my last entry"), Text::tr("in an empty line"), {Qt::Key_Up}},
        {std::nullopt, KeyGroup::Line, Text::tr("Take back my last act"), Text::tr("in an empty line, for ten minutes"),
            {Qt::CTRL | Qt::Key_Z}},
        {std::nullopt, KeyGroup::Line, Text::tr("Say it again"), {}, {Qt::CTRL | Qt::SHIFT | Qt::Key_Z}},
        {Act::Slash, KeyGroup::Line, Text::tr("Type a slash into the line"), Text::tr("where no text has the keyboard"),
            {Qt::Key_Slash}},
        {Act::Confirm, KeyGroup::Form, Text::tr("Confirm the form"), {},
            {Qt::CTRL | Qt::Key_Return, Qt::CTRL | Qt::Key_Enter}},
        {Act::NextPlaybook, KeyGroup::Form, Text::tr("Next playbook"), Text::tr("in the form that declares"),
            {Qt::ALT | Qt::Key_P}},
        {Act::Copy, KeyGroup::Form, Text::tr("Copy the status update"), Text::tr("and log nothing"),
            {Qt::CTRL | Qt::SHIFT | Qt::Key_C}},
        {Act::Back, KeyGroup::Form, Text::tr("Leave it, back to the line"), Text::tr("what was typed is kept"),
            {Qt::Key_Escape}},
    };
}

std::vector<KeyRow> incidentTabRows()
{
    std::vector<KeyRow> rows{{Act::StartPage, KeyGroup::Window, Text::tr("Start page"),
        Text::tr("all incidents, and the search over them"), {Qt::ALT | Qt::Key_Home}}};
    for (int number = 1; number <= tabKeys; ++number) {
        rows.push_back({tabAct(number), KeyGroup::Window, Text::tr("Open incident %1").arg(number), {},
            {Qt::CTRL | Qt::Key(Qt::Key_0 + number)}});
    }
    return rows;
}

std::vector<KeyRow> timelineRows()
{
    constexpr auto group = KeyGroup::Row;
    return {
        {std::nullopt, group, Text::tr("Open it, all of it"), {}, {Qt::Key_Space}},
        {std::nullopt, group, Text::tr("Pin"), Text::tr("or no longer; P does it too"), {Qt::Key_Asterisk}},
        {std::nullopt, group, Text::tr("Mark as sensitive"), Text::tr("or no longer"), {Qt::Key_S}},
        {std::nullopt, group, Text::tr("Amend"), Text::tr("in the line"), {Qt::Key_E}},
        {std::nullopt, group, Text::tr("Correct the time"), Text::tr("when it happened"), {Qt::Key_T}},
        {std::nullopt, group, Text::tr("Follow it up"), Text::tr("in the line, due in a week"), {Qt::Key_F}},
        {std::nullopt, group, Text::tr("Take back"), {}, {Qt::Key_Delete}},
        {std::nullopt, group, Text::tr("Redact"), Text::tr("erases its words, after a question"), {Qt::Key_R}},
    };
}

std::vector<KeyRow> panelRows()
{
    constexpr auto group = KeyGroup::Panel;
    return {
        {Act::Details, group, Text::tr("All about it"), Text::tr("who holds and held it, the whole text"),
            {Qt::Key_Space}},
        {Act::ReleaseRole, group, Text::tr("Release the role"), {}, {Qt::Key_Delete}},
        {Act::GiveAction, group, Text::tr("Give the action to somebody"), Text::tr("in the line; - for nobody"),
            {Qt::Key_O}},
        {Act::StartAction, group, Text::tr("Start the action or step"), {}, {Qt::Key_S}},
        {Act::DoneAction, group, Text::tr("It is done"), {}, {Qt::Key_D}},
        {Act::DropAction, group, Text::tr("It is dropped, or the step skipped"), {}, {Qt::Key_X}},
        {Act::ReopenStep, group, Text::tr("The step is open again"), {}, {Qt::Key_U}},
        {Act::CopyCommand, group, Text::tr("Copy the step's command"), {}, {Qt::Key_C}},
        {Act::NoteStep, group, Text::tr("What was seen at the step"), Text::tr("in the line"), {Qt::Key_N}},
        {Act::StepOutput, group, Text::tr("What a command printed"), Text::tr("in the line, to be pasted"),
            {Qt::Key_P}},
        {Act::FollowUp, group, Text::tr("Follow it up"), Text::tr("in the line, due in a week"), {Qt::Key_F}},
    };
}

std::vector<KeyRow> allRows()
{
    std::vector<KeyRow> rows;
    for (const auto& part : {incidentRows(), windowRows(), incidentTabRows(), fieldRows(), timelineRows(), panelRows()})
        rows.insert(rows.end(), part.begin(), part.end());
    return rows;
}

} // namespace

const std::vector<KeyRow>& keyTable()
{
    static const std::vector<KeyRow> rows = allRows();
    return rows;
}

const KeyRow& keyRow(Act act) { return *std::ranges::find(keyTable(), std::optional(act), &KeyRow::act); }

QString shown(const QKeySequence& keys)
{
    QStringList parts;
    const QKeyCombination combination = keys[0];
    const Qt::KeyboardModifiers modifiers = combination.keyboardModifiers();
    if (modifiers.testFlag(Qt::ControlModifier))
        parts << Text::tr("Ctrl");
    if (modifiers.testFlag(Qt::AltModifier))
        parts << Text::tr("Alt");
    if (modifiers.testFlag(Qt::ShiftModifier))
        parts << QStringLiteral("⇧");
    const bool enter = combination.key() == Qt::Key_Return || combination.key() == Qt::Key_Enter;
    parts << (enter ? QStringLiteral("↵") : QKeySequence(combination.key()).toString(QKeySequence::NativeText));
    return parts.join(QLatin1Char(' '));
}

QString KeyRow::shownKeys() const { return keys.isEmpty() ? QString() : shown(keys.front()); }

QString shownKeys(Act act) { return keyRow(act).shownKeys(); }

} // namespace warroom::desk
