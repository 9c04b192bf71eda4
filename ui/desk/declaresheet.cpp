// SPDX-License-Identifier: GPL-3.0-or-later
#include "desk/declaresheet.h"

#include "desk/incidentchoices.h"
#include "desk/incidentpage.h"
#include "desk/keytable.h"
#include "desk/severitycard.h"
#include "incident/people.h"
#include "style/chip.h"
#include "style/fonts.h"
#include "style/plainlabel.h"
#include "style/textfield.h"
#include "words/duration.h"
#include "words/refusal.h"
#include "words/visible.h"

#include <QButtonGroup>
#include <QHBoxLayout>
#include <QShortcut>

#include <algorithm>

namespace warroom::desk {

using playbook::Severity;

namespace {

constexpr QSize sheetSize{1000, 560};
constexpr int maxRoles = 5;

} // namespace

DeclareSheet::DeclareSheet(IncidentPage& page, const style::Theme& theme, QWidget* over)
    : Sheet(theme, tr("Declare an incident"), sheetSize, over),
      m_page(page),
      m_playbook(page.session().playbookToDeclare().playbook),
      m_severities(new QButtonGroup(this)),
      m_roles(new QButtonGroup(this)),
      m_what(new style::TextField(tr("What is wrong"), 3, theme, this)),
      m_impact(new style::TextField(tr("Who is hit"), 3, theme, this)),
      m_since(new style::TextField(tr("Since"), 1, theme, this)),
      m_sinceRead(new style::PlainLabel(style::bodyFont(13), theme.muted, this)),
      m_starts(new style::PlainLabel(style::bodyFont(13), theme.muted, this)),
      m_declare(new style::Button(tr("Declare"), shownKeys(Act::Confirm), style::Button::Tone::Danger, theme, this))
{
    auto* hint = new style::PlainLabel(style::bodyFont(), theme.muted, this);
    hint->setText(tr("anyone can; it can be downgraded later"));
    head().addStretch(1);
    head().addWidget(hint);
    addSeverities();
    addFields();
    addRoles();
    m_starts->setWordWrap(true);
    body().addWidget(m_starts);
    body().addStretch(1);
    foot().addStretch(1);
    addConfirm(m_declare);
    showSince();
    showWhatStarts();
    setFocusProxy(m_what);
}

void DeclareSheet::addSeverities()
{
    auto* row = new QHBoxLayout;
    row->setSpacing(10);
    for (std::size_t i = 0; i < m_playbook.severities.size(); ++i) {
        const int digit = digitOf(m_playbook.severities, i);
        auto* card = new SeverityCard(m_playbook.severities[i], tr("Alt %1").arg(digit), theme(), this);
        m_severities->addButton(card, int(i));
        row->addWidget(card);
        auto* key = new QShortcut(QKeySequence(Qt::ALT | Qt::Key(Qt::Key_0 + digit)), this);
        key->setContext(Qt::WidgetWithChildrenShortcut);
        connect(key, &QShortcut::activated, card, [card] { card->setChecked(true); });
    }
    if (QAbstractButton* worst = m_severities->button(0))
        worst->setChecked(true);
    connect(m_severities, &QButtonGroup::idToggled, this, &DeclareSheet::showWhatStarts);
    body().addLayout(row);
}

void DeclareSheet::addFields()
{
    m_since->setPlaceholderText(tr("now; -8m or a time such as 14:15 where it began earlier"));
    m_impact->setPlaceholderText(tr("who notices it, and how many"));
    addRow(tr("What is wrong"), m_what);
    addRow(tr("Who is hit"), m_impact);
    auto* since = new QHBoxLayout;
    since->setSpacing(10);
    since->addWidget(m_since, 1);
    since->addWidget(m_sinceRead);
    addRow(tr("Since"), since);
    connect(m_since, &QPlainTextEdit::textChanged, this, &DeclareSheet::showSince);
    for (const style::TextField* field : {m_what, m_since})
        connect(field, &QPlainTextEdit::textChanged, this, [this] { showProblem({}); });
}

void DeclareSheet::addRoles()
{
    auto* row = new QHBoxLayout;
    row->setContentsMargins(0, 6, 0, 0);
    row->setSpacing(6);
    auto* takes = new style::PlainLabel(style::bodyFont(14, QFont::DemiBold), theme().text, this);
    takes->setText(tr("%1 takes").arg(words::visible(m_page.me())));
    row->addWidget(takes);
    const auto add = [&](const QString& name, int id) {
        auto* chip = new style::Chip(words::visible(name), theme(), this);
        m_roles->addButton(chip, id);
        row->addWidget(chip);
        return chip;
    };
    add(tr("no role"), -2)->setChecked(true);
    const QString me = m_page.session().me().rosterKey;
    for (int i = 0; i < int(m_playbook.roles.size()); ++i) {
        const playbook::Role& role = m_playbook.roles[std::size_t(i)];
        const bool mine = !me.isEmpty() && role.primary == me;
        if (i < maxRoles || mine)
            add(role.name, i)->setChecked(mine);
    }
    row->addStretch(1);
    addRow(tr("I am"), row);
}

const Severity& DeclareSheet::severity() const
{
    return m_playbook.severities[std::size_t(std::max(m_severities->checkedId(), 0))];
}

std::optional<Instant> DeclareSheet::since() const
{
    const QString typed = m_since->text().trimmed();
    if (typed.isEmpty())
        return std::nullopt;
    capture::Situation situation = m_page.situation();
    situation.firstKey = situation.now;
    situation.zone = m_playbook.zone;
    const Result<capture::When> when = capture::readWhen(typed, situation);
    return when ? std::optional(when->instant) : std::nullopt;
}

void DeclareSheet::showSince()
{
    const std::optional<Instant> moment = since();
    const bool typed = !m_since->text().trimmed().isEmpty();
    m_sinceRead->setVisible(typed);
    m_sinceRead->setColour(moment ? theme().muted : theme().bad);
    if (!moment) {
        m_sinceRead->setText(tr("no time that has been"));
        return;
    }
    const Instant now = m_page.session().now();
    const QString ago = words::shortDuration(std::chrono::floor<std::chrono::minutes>(now - *moment));
    m_sinceRead->setText(
        tr("%1 %2, %3 ago", "time, zone, duration")
            .arg(words::timeOfDay(*moment, m_playbook.zone), words::zoneName(*moment, m_playbook.zone), ago));
}

void DeclareSheet::showWhatStarts()
{
    const Severity& chosen = severity();
    m_declare->setText(tr("Declare %1").arg(words::visible(chosen.label)));
    m_declare->updateGeometry();
    QStringList parts;
    if (chosen.updateEvery.count() > 0)
        parts << tr("first update due in %1").arg(words::shortDuration(chosen.updateEvery));
    if (chosen.respondWithin.count() > 0)
        parts << tr("respond within %1").arg(words::shortDuration(chosen.respondWithin));
    if (chosen.resolveWithin.count() > 0)
        parts << tr("resolve within %1").arg(words::shortDuration(chosen.resolveWithin));
    parts << tr("playbook %1").arg(words::visible(m_playbook.name));
    m_starts->setText(tr("Starts: %1").arg(parts.join(QStringLiteral(" · "))));
}

void DeclareSheet::showClocks(Instant)
{
    if (since())
        showSince();
}

void DeclareSheet::confirm()
{
    const QString what = m_what->text().trimmed();
    if (what.isEmpty()) {
        showProblem(tr("Say what is wrong."));
        m_what->setFocus();
        return;
    }
    if (!m_since->text().trimmed().isEmpty() && !since()) {
        showProblem(words::refusal({ErrorCode::BadTime, m_since->text().trimmed()}));
        m_since->setFocus();
        return;
    }
    const session::LoadedPlaybook& loaded = m_page.session().playbookToDeclare();
    incident::Declare command{severity().label, what, m_impact->text().trimmed(), since(), std::nullopt,
        incident::adopt(loaded.playbook, loaded.bytes), loaded.bytes};
    if (m_roles->checkedId() >= 0)
        command.role = m_playbook.roles[std::size_t(m_roles->checkedId())].id;
    m_page.submit(QStringLiteral("/incident declare %1 %2").arg(severity().label, what), command);
    Q_EMIT confirmed();
    leave();
}

} // namespace warroom::desk
