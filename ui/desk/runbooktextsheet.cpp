// SPDX-License-Identifier: GPL-3.0-or-later
#include "desk/runbooktextsheet.h"

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

RunbookTextSheet::RunbookTextSheet(const runbook::Runbook& runbook, const style::Theme& theme, QWidget* over)
    : Sheet(theme, words::visible(runbook.title), sheetSize, over)
{
    for (const runbook::Part& part : runbook.parts) {
        if (part.purpose == runbook::Purpose::Action || part.blocks.empty())
            continue;
        auto* caption = new style::PlainLabel(style::captionFont(), theme.muted, this);
        caption->setText(words::visible(part.title).toUpper());
        body().addWidget(caption);
        auto* text = new steps::TextView(part.blocks, theme, this);
        connect(text, &steps::TextView::linkAsked, this,
            [this](const QString& target) { showProblem(tr("It leads to %1").arg(words::visible(target))); });
        body().addWidget(text);
        body().addSpacing(theme.gap);
    }
    body().addStretch(1);
    foot().addStretch(1);
    auto* leave = new style::Button(tr("Back"), shownKeys(Act::Back), style::Button::Tone::Plain, theme, this);
    connect(leave, &QPushButton::clicked, this, &Sheet::leave);
    foot().addWidget(leave);
    setFocusProxy(leave);
}

} // namespace warroom::desk
