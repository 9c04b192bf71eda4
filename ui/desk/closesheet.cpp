// SPDX-License-Identifier: GPL-3.0-or-later
#include "desk/closesheet.h"

#include "desk/checklist.h"
#include "desk/incidentpage.h"
#include "desk/keytable.h"
#include "style/fonts.h"
#include "style/plainlabel.h"

#include <QBoxLayout>

namespace warroom::desk {

namespace {

constexpr QSize sheetSize{680, 0};

} // namespace

CloseSheet::CloseSheet(IncidentPage& page, const style::Theme& theme, QWidget* over)
    : Sheet(theme, tr("Close the incident"), sheetSize, over), m_page(page), m_checks(new CheckList(theme, this))
{
    head().addStretch(1);
    auto* meaning = new style::PlainLabel(style::bodyFont(13), theme.muted, this);
    meaning->setWordWrap(true);
    meaning->setText(
        tr("A closed incident leaves the open ones. Nothing is lost by it: it can still be written to, and "
           "%1 to an earlier status opens it again.")
            .arg(shownKeys(Act::Status)));
    body().addWidget(meaning);
    body().addWidget(m_checks);
    body().addStretch(1);
    foot().addStretch(1);
    auto* close = new style::Button(tr("Close"), shownKeys(Act::Confirm), style::Button::Tone::Accent, theme, this);
    addConfirm(close);
    // The keyboard is on no button: whoever types on closes nothing.
    showClocks(page.session().now());
}

void CloseSheet::showClocks(Instant now)
{
    showProblem(m_page.session().state().closed()
            ? tr("Somebody closed it meanwhile; %1 leaves this.").arg(shownKeys(Act::Back))
            : QString());
    m_checks->show(checksToClose(m_page.session().state(), m_page.session().playbook(), now));
}

void CloseSheet::confirm()
{
    m_page.submit(QStringLiteral("/close"), incident::Close{});
    leave();
}

} // namespace warroom::desk
