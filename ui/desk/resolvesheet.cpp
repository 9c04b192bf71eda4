// SPDX-License-Identifier: GPL-3.0-or-later
#include "desk/resolvesheet.h"

#include "desk/checklist.h"
#include "desk/incidentpage.h"
#include "desk/keytable.h"
#include "desk/whenfield.h"
#include "style/chip.h"
#include "style/textfield.h"
#include "words/refusal.h"

#include <QHBoxLayout>

namespace warroom::desk {

namespace {

constexpr QSize sheetSize{820, 0};

} // namespace

ResolveSheet::ResolveSheet(IncidentPage& page, const style::Theme& theme, QWidget* over)
    : Sheet(theme, tr("It is over"), sheetSize, over),
      m_page(page),
      m_text(new style::TextField(tr("What fixed it"), 5, theme, this)),
      m_when(new WhenField(
          tr("Since"), [this] { return m_page.situation(); }, theme, this)),
      m_falseAlarm(new style::Chip(tr("false alarm"), theme, this)),
      m_notice(new style::Chip(tr("then the update that says so"), theme, this)),
      m_checks(new CheckList(theme, this))
{
    head().addStretch(1);
    m_falseAlarm->setCheckable(true);
    m_notice->setCheckable(true);
    m_notice->setChecked(true);
    m_when->setPlaceholder(tr("now"));
    addRow(tr("What fixed it"), m_text);
    addRow(tr("Since"), m_when);
    auto* chips = new QHBoxLayout;
    chips->setContentsMargins(0, 2, 0, 2);
    chips->setSpacing(6);
    chips->addWidget(m_falseAlarm);
    chips->addWidget(m_notice);
    chips->addStretch(1);
    addRow({}, chips);
    addRow(tr("Still open"), m_checks);
    body().addStretch(1);
    foot().addStretch(1);
    addConfirm(new style::Button(tr("Resolve"), shownKeys(Act::Confirm), style::Button::Tone::Accent, theme, this));
    connect(m_when, &WhenField::changed, this, &ResolveSheet::showChecks);
    connect(m_falseAlarm, &QAbstractButton::toggled, this, &ResolveSheet::showChecks);
    using session::Session;
    connect(&page.session(), &Session::appended, this, &ResolveSheet::showChecks);
    connect(&page.session(), &Session::refolded, this, &ResolveSheet::showChecks);
    setFocusProxy(m_text);
    showChecks();
}

void ResolveSheet::showChecks()
{
    const bool resolved = m_page.session().state().milestone(incident::Milestone::Resolved).has_value();
    showProblem(resolved ? tr("Somebody resolved it meanwhile. What you write here is logged as well; %1 leaves it.")
                               .arg(shownKeys(Act::Back))
                         : QString());
    const Instant now = m_page.session().now();
    const Result<std::optional<Instant>> when = m_when->moment();
    const Instant resolvedAt = when && *when ? **when : now;
    m_checks->show(checksToResolve(m_page.session().state(), resolvedAt, m_falseAlarm->isChecked(), now));
}

void ResolveSheet::confirm()
{
    const Result<std::optional<Instant>> when = m_when->moment();
    if (!when) {
        showProblem(words::refusal(when.error()));
        m_when->setFocus();
        return;
    }
    const QString text = m_text->text().trimmed();
    const bool falseAlarm = m_falseAlarm->isChecked();
    const QString verb = falseAlarm ? QStringLiteral("/resolve false alarm ") : QStringLiteral("/resolve ");
    const EntryId act = m_page.submit((verb + text).trimmed(), incident::Resolve{falseAlarm, text}, *when);
    if (m_notice->isChecked()) {
        m_page.whenSaved(act, &m_page, [page = &m_page] {
            if (page->isVisible())
                Q_EMIT page->asked(Act::Update);
        });
    }
    leave();
}

} // namespace warroom::desk
