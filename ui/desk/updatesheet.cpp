// SPDX-License-Identifier: GPL-3.0-or-later
#include "desk/updatesheet.h"

#include "desk/incidentpage.h"
#include "desk/keytable.h"
#include "desk/nextupdate.h"
#include "desk/preview.h"
#include "incident/clocks.h"
#include "style/chip.h"
#include "style/flowlayout.h"
#include "style/fonts.h"
#include "style/plainlabel.h"
#include "style/textfield.h"
#include "views/entryword.h"
#include "words/duration.h"
#include "words/refusal.h"
#include "words/translate.h"
#include "words/visible.h"

#include <QButtonGroup>
#include <QClipboard>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QShortcut>

#include <algorithm>

namespace warroom::desk {

using incident::IncidentState;

namespace {

constexpr QSize sheetSize{1120, 700};
constexpr int previewWidth = 430;

/// "4 notes, 1 decision, 2 other entries": what was logged since the last update.
QString countsOf(const std::vector<incident::EntryPtr>& entries)
{
    QHash<QString, int> counts;
    for (const incident::EntryPtr& entry : entries)
        ++counts[views::entryWord(entry->body)];
    int rest = int(entries.size()) - counts.value({});
    QStringList parts;
    const auto add = [&](const QString& word, const QString& one, const QString& many) {
        const int count = counts.value(word);
        rest -= count;
        if (count > 0)
            parts << words::counted(count, one, many.arg(count));
    };
    add(QStringLiteral("note"), UpdateSheet::tr("1 note"), UpdateSheet::tr("%1 notes"));
    add(QStringLiteral("decision"), UpdateSheet::tr("1 decision"), UpdateSheet::tr("%1 decisions"));
    add(QStringLiteral("action"), UpdateSheet::tr("1 action"), UpdateSheet::tr("%1 actions"));
    add(QStringLiteral("hypothesis"), UpdateSheet::tr("1 hypothesis"), UpdateSheet::tr("%1 hypotheses"));
    add(QStringLiteral("question"), UpdateSheet::tr("1 question"), UpdateSheet::tr("%1 questions"));
    if (rest > 0 && parts.isEmpty())
        parts << words::counted(rest, UpdateSheet::tr("1 entry"), UpdateSheet::tr("%1 entries").arg(rest));
    else if (rest > 0)
        parts << words::counted(rest, UpdateSheet::tr("1 other entry"), UpdateSheet::tr("%1 other entries").arg(rest));
    return parts.join(QStringLiteral(", "));
}

} // namespace

UpdateSheet::UpdateSheet(IncidentPage& page, const style::Theme& theme, QWidget* over)
    : Sheet(theme, {}, sheetSize, over),
      m_page(page),
      m_playbook(page.session().playbook()),
      m_knownUpdate(page.session().state().lastUpdate),
      m_audiences(new QButtonGroup(this)),
      m_statuses(new QButtonGroup(this)),
      m_impact(new style::TextField(tr("Impact"), 3, theme, this)),
      m_done(new style::TextField(tr("Done since the last one"), 6, theme, this)),
      m_cause(new style::TextField(tr("Suspected cause"), 3, theme, this)),
      m_nextSteps(new style::TextField(tr("Next steps"), 4, theme, this)),
      m_next(new NextUpdate(page, theme, this)),
      m_due(new style::PlainLabel(style::bodyFont(15, QFont::DemiBold), theme.text, this)),
      m_filledFrom(new style::PlainLabel(style::bodyFont(13), theme.muted, this)),
      m_preview(new Preview(style::bodyFont(13), theme, this)),
      m_goesTo(new style::PlainLabel(style::bodyFont(13), theme.muted, this, style::PlainLabel::Fit::Elided))
{
    addAudiences();
    auto* columns = new QHBoxLayout;
    columns->setSpacing(22);
    auto* rows = new QVBoxLayout;
    rows->setSpacing(12);
    columns->addLayout(rows, 1);
    body().addLayout(columns, 1);
    beginRows(*rows);
    addStatuses();
    addFields();
    rows->addWidget(m_filledFrom);
    rows->addStretch(1);
    addPreview(*columns);
    addButtons();
    fill(fromLog());
    showClocks(m_page.session().now());
    using session::Session;
    connect(&page.session(), &Session::appended, this, &UpdateSheet::takeNews);
    connect(&page.session(), &Session::refolded, this, &UpdateSheet::takeNews);
}

void UpdateSheet::addAudiences()
{
    auto* row = new style::FlowLayout;
    row->setSpacing(6);
    head().addLayout(row, 1);
    for (std::size_t i = 0; i < m_playbook.audiences.size(); ++i) {
        const QString name = m_playbook.audiences[i].name;
        if (name.isEmpty())
            continue;
        auto* chip = new style::Chip(words::visible(name), theme(), this);
        m_audiences->addButton(chip, int(i));
        row->addWidget(chip);
    }
    chooseAudience(incident::nextAudience(m_page.session().state(), m_page.session().now()));
    connect(m_audiences, &QButtonGroup::idToggled, this,
        [this](int audience, bool on) { on ? takeUp(audience) : setAside(audience); });
    head().addWidget(m_due);
}

void UpdateSheet::chooseAudience(const QString& id)
{
    const auto known = std::ranges::find(m_playbook.audiences, id, &playbook::Audience::id);
    const bool there = known != m_playbook.audiences.end();
    if (QAbstractButton* chip = m_audiences->button(there ? int(known - m_playbook.audiences.begin()) : 0))
        chip->setChecked(true);
}

void UpdateSheet::addStatuses()
{
    auto* row = new style::FlowLayout;
    row->setContentsMargins(0, 6, 0, 0);
    row->setSpacing(6);
    for (std::size_t i = 0; i < m_playbook.statuses.size(); ++i) {
        auto* chip = new style::Chip(words::visible(m_playbook.statuses[i].word), theme(), this);
        m_statuses->addButton(chip, int(i));
        row->addWidget(chip);
    }
    connect(m_statuses, &QButtonGroup::idToggled, this, [this](int status, bool on) {
        if (on)
            statusChosen(status);
    });
    addRow(tr("Status"), row);
}

void UpdateSheet::addFields()
{
    m_labels = {addRow(tr("Impact"), m_impact), addRow(tr("Done"), m_done), addRow(tr("Suspected cause"), m_cause),
        addRow(tr("Next steps"), m_nextSteps)};
    for (const style::TextField* field : fields())
        connect(field, &QPlainTextEdit::textChanged, this, &UpdateSheet::showPreview);
    addRow(tr("Next update"), m_next);
    connect(m_next, &NextUpdate::changed, this, &UpdateSheet::showPreview);
}

std::chrono::minutes UpdateSheet::cadence() const { return incident::cadence(m_page.session().state(), audience().id); }

bool UpdateSheet::isEnd(int status) const
{
    return status >= 0 && m_page.session().state().playbook.value.isEnd(m_playbook.statuses[std::size_t(status)].word);
}

void UpdateSheet::statusChosen(int status)
{
    m_next->setEnd(isEnd(status));
    showPreview();
}

void UpdateSheet::addPreview(QHBoxLayout& columns)
{
    m_preview->setMaximumWidth(previewWidth);
    columns.addWidget(m_preview);
}

void UpdateSheet::addButtons()
{
    using style::Button;
    foot().addWidget(m_goesTo, 1);
    auto* only = new Button(tr("Copy"), shownKeys(Act::Copy), Button::Tone::Plain, theme(), this);
    connect(only, &QPushButton::clicked, this, &UpdateSheet::copy);
    auto* key = new QShortcut(keyRow(Act::Copy).keys.front(), this);
    key->setContext(Qt::WidgetWithChildrenShortcut);
    connect(key, &QShortcut::activated, this, &UpdateSheet::copy);
    auto* send = new Button(tr("Copy and mark as sent"), shownKeys(Act::Confirm), Button::Tone::Accent, theme(), this);
    addConfirm(send);
    foot().insertWidget(foot().count() - 1, only);
}

const playbook::Audience& UpdateSheet::audience() const
{
    return m_playbook.audiences[std::size_t(std::max(m_audiences->checkedId(), 0))];
}

report::UpdateForm UpdateSheet::fromLog() const
{
    const auto make = m_noChange ? report::unchangedForm : report::regularForm;
    return make(m_page.session().state(), audience().id, m_page.session().now());
}

void UpdateSheet::setAside(int audience)
{
    Typed& typed = m_typed[audience];
    typed = {{}, m_next->choice(), m_noChange};
    std::ranges::transform(fields(), typed.texts.begin(), [](const style::TextField* field) {
        return field->document()->isModified() ? std::optional(field->text()) : std::nullopt;
    });
}

void UpdateSheet::takeUp(int audience)
{
    const auto before = m_typed.extract(audience);
    m_noChange = before && before.mapped().noChange;
    fill(fromLog());
    if (!before)
        return;
    const Typed& typed = before.mapped();
    for (std::size_t i = 0; i < typed.texts.size(); ++i) {
        if (!typed.texts[i])
            continue;
        fields()[i]->setText(*typed.texts[i]);
        fields()[i]->document()->setModified(true);
    }
    m_next->choose(typed.next);
}

QStringList UpdateSheet::typed() const
{
    QStringList texts = Sheet::typed();
    for (const auto& [audience, typed] : m_typed) {
        for (const auto& text : typed.texts) {
            if (text)
                texts << *text;
        }
    }
    return texts;
}

void UpdateSheet::sayNoChange()
{
    const IncidentState& state = m_page.session().state();
    if (!state.updates.empty() && !report::lastUpdate(state, audience().id))
        chooseAudience(std::ranges::max_element(state.updates, {}, &incident::Update::sentAt)->audience);
    m_noChange = true;
    fillUntyped(fromLog());
}

void UpdateSheet::fillUntyped(const report::UpdateForm& form)
{
    const std::initializer_list<std::pair<style::TextField*, QString>> texts{
        {m_impact, form.impact}, {m_done, form.done}, {m_cause, form.cause}, {m_nextSteps, form.nextSteps}};
    for (const auto& [field, text] : texts) {
        if (!field->document()->isModified() && field->text() != text)
            field->setText(text);
    }
}

/// What others say meanwhile: sent with what was read before, the update would take it back.
void UpdateSheet::takeNews()
{
    const report::UpdateForm now = fromLog();
    if (form().status == m_filledStatus)
        choose(now.status);
    fillUntyped(now);
    showSource();
    showClocks(m_page.session().now());
    showPreview();
}

void UpdateSheet::choose(const QString& status)
{
    m_filledStatus = status;
    for (std::size_t i = 0; i < m_playbook.statuses.size(); ++i) {
        if (m_playbook.statuses[i].word == status)
            m_statuses->button(int(i))->setChecked(true);
    }
}

/// Which update it is, and what it was filled in from.
void UpdateSheet::showSource()
{
    const IncidentState& state = m_page.session().state();
    setTitle(tr("Status update #%1").arg(state.lastUpdate + 1));
    const bool another = state.lastUpdate > m_knownUpdate;
    const incident::Update* last = report::lastUpdate(state, audience().id);
    const QString counts = countsOf(report::sinceLastUpdate(state, audience().id));
    const QString source = counts.isEmpty() ? QString()
        : last                              ? tr("Logged since update #%1: %2").arg(last->number).arg(counts)
                                            : tr("Logged so far: %1").arg(counts);
    const QString sent = another ? tr("Update #%1 was logged meanwhile.").arg(state.lastUpdate) : QString();
    m_filledFrom->setText(QStringList{sent, source}.join(QLatin1Char(' ')).trimmed());
    m_filledFrom->setColour(another ? theme().warn : theme().muted);
    m_filledFrom->setVisible(!m_filledFrom->text().isEmpty());
}

void UpdateSheet::fill(const report::UpdateForm& regular)
{
    if (m_filledStatus.isEmpty() || form().status == m_filledStatus)
        choose(regular.status);
    m_impact->setText(regular.impact);
    m_done->setText(regular.done);
    m_cause->setText(regular.cause);
    m_nextSteps->setText(regular.nextSteps);
    m_next->offer(cadence(), regular.nextDue.has_value());
    m_next->setEnd(isEnd(m_statuses->checkedId()));
    m_filledFrom->setWordWrap(true);
    showSource();
    const QString where = words::visible(audience().channels.join(QStringLiteral(", ")));
    m_goesTo->setText(
        where.isEmpty() ? tr("Goes to the clipboard and the timeline") : tr("Paste it into %1").arg(where));
    m_preview->setPlace(audience().channels.join(QStringLiteral(", ")));
    showPreview();
}

report::UpdateForm UpdateSheet::form() const
{
    const int status = m_statuses->checkedId();
    report::UpdateForm form;
    form.status = status >= 0 ? m_playbook.statuses[std::size_t(status)].word : m_page.session().state().status.value;
    form.impact = m_impact->text().trimmed();
    form.done = m_done->text().trimmed();
    form.cause = m_cause->text().trimmed();
    form.nextSteps = m_nextSteps->text().trimmed();
    if (const auto next = m_next->choice(); next.in.count() > 0)
        form.nextDue = m_page.session().now() + next.in;
    return form;
}

/// What the text of this audience has no place for is not asked; what was typed there before stays in sight.
void UpdateSheet::showUsed()
{
    const QStringList used = report::usedFields(form(), m_page.session().state(), audience());
    const std::array<QString, 4> names{
        QStringLiteral("impact"), QStringLiteral("done"), QStringLiteral("cause"), QStringLiteral("next_steps")};
    for (std::size_t i = 0; i < names.size(); ++i) {
        const bool shown = used.contains(names[i]) || fields()[i]->document()->isModified();
        m_labels[i]->setVisible(shown);
        fields()[i]->setVisible(shown);
        if (shown)
            setFocusProxy(fields()[i]); // the last one: the others are filled in as a rule
    }
}

void UpdateSheet::showPreview()
{
    showUsed();
    const session::Session& session = m_page.session();
    m_text = report::updateText(form(), session.state(), m_playbook, audience(), session.now());
    m_preview->setText(m_text ? *m_text : QString());
    showProblem(m_text ? QString() : words::refusal(m_text.error()));
}

void UpdateSheet::showClocks(Instant now)
{
    m_next->showTimes();
    const auto due = incident::nextUpdate(m_page.session().state(), audience().id, now);
    m_due->setVisible(due.has_value());
    if (!due)
        return;
    const bool over = due->urgency == incident::Urgency::Over;
    m_due->setText(over ? words::overdue(due->left) : tr("due in %1").arg(words::countdownDigits(due->left)));
    m_due->setColour(over ? theme().bad : due->urgency == incident::Urgency::Soon ? theme().warn : theme().text);
}

bool UpdateSheet::copy()
{
    showPreview();
    if (!m_text)
        return false;
    QGuiApplication::clipboard()->setText(*m_text);
    if (QGuiApplication::clipboard()->text() == *m_text)
        return true;
    showProblem(tr("The text could not be copied, so nothing was logged. Mark it in the preview instead."));
    return false;
}

void UpdateSheet::confirm()
{
    // The copy first: what is logged as sent must be there to be pasted.
    if (!copy())
        return;
    const IncidentState& state = m_page.session().state();
    const report::UpdateForm filled = form();
    incident::SendUpdate command{audience().id, std::nullopt, std::nullopt, *m_text, filled.cause, filled.nextSteps};
    if (filled.status != state.status.value)
        command.status = filled.status;
    // Worded for others, it does not become what is known here.
    if (audience().id.isEmpty() && !filled.impact.isEmpty() && filled.impact != state.impact.value)
        command.impact = filled.impact;
    const NextUpdate::Choice next = m_next->choice();
    if (next.fromNowOn)
        command.every = next.in;
    // Everybody waits by the cadence, which may change; anybody else for what was promised.
    if (filled.nextDue && (!audience().id.isEmpty() || (!next.fromNowOn && next.in != cadence())))
        command.nextDue = filled.nextDue;
    m_page.submit(QStringLiteral("/update ") + *m_text, command);
    m_knownUpdate = state.lastUpdate + 1;
    if (!goOn())
        leave();
}

/// To another audience that something was typed for; false: there is none.
bool UpdateSheet::goOn()
{
    const auto next = std::ranges::find_if(m_typed, [](const auto& each) {
        return std::ranges::any_of(each.second.texts, [](const auto& text) { return text.has_value(); });
    });
    if (next == m_typed.end())
        return false;
    const int told = m_audiences->checkedId();
    m_audiences->button(next->first)->setChecked(true);
    m_typed.erase(told);
    setFocus();
    return true;
}

} // namespace warroom::desk
