// SPDX-License-Identifier: GPL-3.0-or-later
#include "desk/emptydesk.h"

#include "style/fonts.h"
#include "style/keycap.h"
#include "style/plainlabel.h"
#include "words/visible.h"

#include <QHBoxLayout>

namespace warroom::desk {

EmptyDesk::EmptyDesk(const style::Theme& theme, const QString& severity, QWidget* parent) : QWidget(parent)
{
    auto* title = new style::PlainLabel(style::bodyFont(20, QFont::Bold), theme.text, this);
    title->setText(tr("No incident is open"));
    auto* how = new style::PlainLabel(style::bodyFont(), theme.muted, this);
    how->setText(tr("To declare one, type into the line below:"));
    auto* example = new style::PlainLabel(style::monoFont(), theme.accent, this);
    example->setText(tr("/incident declare %1 what is failing").arg(words::visible(severity)));
    auto* line = new QHBoxLayout;
    line->setSpacing(10);
    line->addStretch(1);
    line->addWidget(example);
    line->addWidget(new style::KeyCap(QStringLiteral("↵"), this));
    line->addStretch(1);
    auto* column = new QVBoxLayout(this);
    column->setSpacing(12);
    column->addStretch(1);
    column->addWidget(title, 0, Qt::AlignHCenter);
    column->addWidget(how, 0, Qt::AlignHCenter);
    column->addLayout(line);
    column->addStretch(1);
}

} // namespace warroom::desk
