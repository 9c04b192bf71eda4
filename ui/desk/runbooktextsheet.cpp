// SPDX-License-Identifier: GPL-3.0-or-later
#include "desk/runbooktextsheet.h"

#include "desk/incidentpage.h"
#include "desk/keytable.h"
#include "steps/textview.h"
#include "style/fonts.h"
#include "style/plainlabel.h"
#include "words/visible.h"

#include <QVBoxLayout>

namespace warroom::desk {

namespace {

constexpr QSize sheetSize{760, 0};

} // namespace

RunbookTextSheet::RunbookTextSheet(const QString& title, IncidentPage& page, const style::Theme& theme, QWidget* over)
    : Sheet(theme, words::visible(title), sheetSize, over), m_page(page)
{
    foot().addStretch(1);
    auto* leave = new style::Button(tr("Back"), shownKeys(Act::Back), style::Button::Tone::Plain, theme, this);
    connect(leave, &QPushButton::clicked, this, &Sheet::leave);
    foot().addWidget(leave);
    setFocusProxy(leave);
}

RunbookTextSheet::RunbookTextSheet(
    const runbook::Runbook& runbook, IncidentPage& page, const style::Theme& theme, QWidget* over)
    : RunbookTextSheet(runbook.title, page, theme, over)
{
    for (const runbook::Part& part : runbook.parts) {
        if (part.purpose == runbook::Purpose::Action || part.blocks.empty())
            continue;
        if (part.title != runbook.title) {
            auto* caption = new style::PlainLabel(style::captionFont(), theme.muted, this);
            caption->setText(words::visible(part.title).toUpper());
            body().addWidget(caption);
        }
        add(part.blocks);
    }
    body().addStretch(1);
}

RunbookTextSheet::RunbookTextSheet(
    const runbook::Document& document, IncidentPage& page, const style::Theme& theme, QWidget* over)
    : RunbookTextSheet(document.title, page, theme, over)
{
    add(document.blocks);
    body().addStretch(1);
}

void RunbookTextSheet::add(const std::vector<runbook::Block>& blocks)
{
    auto* text = new steps::TextView(blocks, theme(), this);
    connect(text, &steps::TextView::linkAsked, &m_page, &IncidentPage::askLink);
    body().addWidget(text);
    body().addSpacing(theme().gap);
}

} // namespace warroom::desk
