// SPDX-License-Identifier: GPL-3.0-or-later
#include "desk/factssheet.h"

#include "desk/incidentpage.h"
#include "desk/keytable.h"
#include "desk/whenfield.h"
#include "style/textfield.h"
#include "words/doubt.h"
#include "words/refusal.h"
#include "words/sentence.h"
#include "words/visible.h"

#include <QVBoxLayout>

#include <algorithm>

namespace warroom::desk {

using incident::IncidentState;
using incident::Milestone;

namespace {

constexpr QSize sheetSize{900, 0};

/// The verb of the line that says it.
QString verbOf(Milestone milestone)
{
    static const QMap<Milestone, QString> verbs{{Milestone::ImpactStarted, QStringLiteral("/began")},
        {Milestone::Detected, QStringLiteral("/detected")}, {Milestone::Acknowledged, QStringLiteral("/ack")},
        {Milestone::Mitigated, QStringLiteral("/mitigated")}, {Milestone::Resolved, QStringLiteral("/resolve")},
        {Milestone::Closed, QStringLiteral("/close")}};
    return verbs.value(milestone);
}

/// Whether it can be given a time here: an end is reached by a form of its own, and only moved here.
bool canBeSet(Milestone milestone, const IncidentState& state)
{
    return milestone < Milestone::Resolved || state.milestone(milestone).has_value();
}

} // namespace

FactsSheet::FactsSheet(IncidentPage& page, const style::Theme& theme, QWidget* over)
    : Sheet(theme, tr("What is known of the incident"), sheetSize, over),
      m_page(page),
      m_title(new style::TextField(tr("Title"), 3, theme, this)),
      m_impact(new style::TextField(tr("Who is hit"), 3, theme, this))
{
    head().addStretch(1);
    addWords();
    addMilestones();
    body().addStretch(1);
    foot().addStretch(1);
    addConfirm(new style::Button(tr("Save"), shownKeys(Act::Confirm), style::Button::Tone::Accent, theme, this));
    setFocusProxy(m_title);
    showDoubts();
    using session::Session;
    connect(&page.session(), &Session::appended, this, &FactsSheet::takeNews);
    connect(&page.session(), &Session::refolded, this, &FactsSheet::takeNews);
}

void FactsSheet::addWords()
{
    fillWords();
    m_impact->setPlaceholderText(tr("who notices it, and how many"));
    addRow(tr("Title"), m_title);
    addRow(tr("Who is hit"), m_impact);
}

void FactsSheet::fillWords()
{
    const IncidentState& state = m_page.session().state();
    const auto fill = [](style::TextField* field, const QString& text, QString& read) {
        if (field->document()->isModified())
            return;
        if (field->text() != text)
            field->setText(text);
        read = text;
    };
    fill(m_title, state.title.value, m_readTitle);
    fill(m_impact, state.impact.value, m_readImpact);
}

QString FactsSheet::replaced() const
{
    constexpr int quoted = 60;
    const IncidentState& state = m_page.session().state();
    const auto quote = [](const QString& text) {
        return words::shortened(words::visible(words::firstLine(text)), quoted);
    };
    if (state.title.value != m_readTitle)
        return tr("Somebody changed the title meanwhile: “%1”. What you typed replaces it.")
            .arg(quote(state.title.value));
    if (state.impact.value != m_readImpact)
        return tr("Somebody changed who is hit meanwhile: “%1”. What you typed replaces it.")
            .arg(quote(state.impact.value));
    return {};
}

/// What others say meanwhile stands wherever nothing was typed.
void FactsSheet::takeNews()
{
    fillWords();
    for (const auto& [milestone, field] : m_times) {
        if (!field->isChanged())
            field->setMoment(m_page.session().state().milestone(milestone));
    }
    showDoubts();
}

void FactsSheet::addMilestones()
{
    const IncidentState& state = m_page.session().state();
    for (const Milestone milestone : playbook::allMilestones) {
        if (!canBeSet(milestone, state))
            continue;
        const QString name = words::milestone(milestone);
        auto* field = new WhenField(
            name, [this] { return m_page.situation(); }, theme(), this);
        field->setMoment(state.milestone(milestone));
        field->setPlaceholder(tr("not yet"));
        connect(field, &WhenField::changed, this, &FactsSheet::showDoubts);
        addRow(name, field);
        m_times[milestone] = field;
    }
}

/// Of the times as they would be.
void FactsSheet::showDoubts()
{
    showProblem(replaced());
    const IncidentState& state = m_page.session().state();
    incident::MilestoneTimes times = incident::milestoneTimes(state);
    for (const auto& [milestone, field] : m_times) {
        const Result<std::optional<Instant>> moment = field->moment();
        if (moment && *moment)
            times[milestone] = **moment;
    }
    const std::vector<incident::Doubt> doubts =
        incident::milestoneDoubts(times, state.falseAlarm, m_page.session().now());
    for (const auto& [milestone, field] : m_times) {
        const auto doubt = std::ranges::find(doubts, milestone, &incident::Doubt::milestone);
        field->showDoubt(doubt == doubts.end() ? QString() : words::doubt(*doubt, times, m_page.zone()));
    }
}

bool FactsSheet::checkTimes()
{
    for (const auto& [milestone, field] : m_times) {
        const Result<std::optional<Instant>> moment = field->moment();
        const bool emptied = field->isChanged() && field->isEmpty();
        if (moment && !emptied)
            continue;
        showProblem(emptied ? tr("A time that is not true at all is taken back in the timeline, with Del.")
                            : words::refusal(moment.error()));
        field->setFocus();
        return false;
    }
    return true;
}

void FactsSheet::say()
{
    const IncidentState& state = m_page.session().state();
    const QString title = m_title->text().trimmed();
    const QString impact = m_impact->text().trimmed();
    // Only what was typed: meanwhile somebody may have said the rest anew.
    if (m_title->document()->isModified() && title != state.title.value)
        m_page.submit(QStringLiteral("/title ") + title, incident::Retitle{title});
    if (m_impact->document()->isModified() && impact != state.impact.value)
        m_page.submit(QStringLiteral("/impact ") + impact, incident::DescribeImpact{impact});
    for (const auto& [milestone, field] : m_times) {
        if (!field->isChanged())
            continue;
        const Instant moment = **field->moment();
        const QString line = toIso(moment) + QLatin1Char(' ') + verbOf(milestone);
        m_page.submit(line, incident::SetMilestone{milestone, {}}, moment);
    }
}

void FactsSheet::confirm()
{
    if (m_title->text().trimmed().isEmpty()) {
        showProblem(tr("Say what is wrong."));
        m_title->setFocus();
        return;
    }
    if (m_impact->document()->isModified() && m_impact->text().trimmed().isEmpty()) {
        showProblem(tr("Say who is hit, or that nobody is any more."));
        m_impact->setFocus();
        return;
    }
    if (!checkTimes())
        return;
    say();
    leave();
}

} // namespace warroom::desk
