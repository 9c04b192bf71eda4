// SPDX-License-Identifier: GPL-3.0-or-later
#include "desk/keyssheet.h"

#include "desk/keytable.h"
#include "style/fonts.h"
#include "style/keycap.h"
#include "style/plainlabel.h"

#include <QGridLayout>

namespace warroom::desk {

namespace {

constexpr QSize sheetSize{1240, 660};
constexpr int betweenColumns = 36;
constexpr int keysWidth = 90;

} // namespace

KeysSheet::KeysSheet(const style::Theme& theme, QWidget* over) : Sheet(theme, tr("Keys"), sheetSize, over)
{
    auto* hint = new style::PlainLabel(style::bodyFont(), theme.muted, this);
    hint->setText(tr("they work in every field and change no text"));
    head().addStretch(1);
    head().addWidget(hint);
    auto* columns = new QHBoxLayout;
    columns->setSpacing(betweenColumns);
    auto* left = new QVBoxLayout;
    auto* right = new QVBoxLayout;
    columns->addLayout(left, 1);
    columns->addLayout(right, 1);
    addGroup(*left, KeyGroup::Incident, tr("The incident"));
    addGroup(*left, KeyGroup::Row, tr("A row of the timeline"));
    addGroup(*left, KeyGroup::Form, tr("Forms"));
    addGroup(*right, KeyGroup::Window, tr("The window"));
    addGroup(*right, KeyGroup::Line, tr("The line"));
    for (QVBoxLayout* column : {left, right}) {
        column->setSpacing(0);
        column->addStretch(1);
    }
    body().addLayout(columns, 1);
    foot().addStretch(1);
    auto* leave = new style::Button(tr("Back"), shownKeys(Act::Back), style::Button::Tone::Plain, theme, this);
    connect(leave, &QPushButton::clicked, this, &Sheet::leave);
    foot().addWidget(leave);
    setFocusProxy(leave);
}

void KeysSheet::addGroup(QVBoxLayout& column, KeyGroup group, const QString& name)
{
    auto* caption = new style::PlainLabel(style::captionFont(), theme().muted, this);
    caption->setText(name.toUpper());
    column.addWidget(caption);
    auto* rows = new QGridLayout;
    rows->setHorizontalSpacing(12);
    rows->setVerticalSpacing(6);
    rows->setContentsMargins(0, 8, 0, 18);
    rows->setColumnMinimumWidth(0, keysWidth);
    rows->setColumnStretch(2, 1);
    int at = 0;
    for (const KeyRow& row : keyTable()) {
        const bool further = row.act && *row.act > tabAct(1) && *row.act <= tabAct(tabKeys);
        if (row.group != group || row.keys.isEmpty() || further)
            continue;
        const bool tabs = row.act == tabAct(1);
        const QString keys = tabs ? tr("%1 – %2").arg(row.shownKeys()).arg(tabKeys) : row.shownKeys();
        rows->addWidget(new style::KeyCap(keys, this), at, 0, Qt::AlignLeft | Qt::AlignVCenter);
        auto* command = new style::PlainLabel(style::bodyFont(14), theme().text, this);
        command->setText(tabs ? tr("Open incident of that number") : row.name);
        rows->addWidget(command, at, 1);
        auto* what = new style::PlainLabel(style::bodyFont(13), theme().muted, this, style::PlainLabel::Fit::Elided);
        what->setText(row.what);
        rows->addWidget(what, at++, 2);
    }
    column.addLayout(rows);
}

} // namespace warroom::desk
