// SPDX-License-Identifier: GPL-3.0-or-later
#include "desk/keyssheet.h"

#include "desk/keytable.h"
#include "style/fonts.h"
#include "style/keycap.h"
#include "style/plainlabel.h"

#include <QGridLayout>

namespace warroom::desk {

namespace {

constexpr QSize sheetSize{1240, 860};
constexpr int lowHeight = 980;
constexpr int betweenColumns = 36;
constexpr int keysWidth = 90;

} // namespace

KeysSheet::KeysSheet(const style::Theme& theme, QWidget* over) : Sheet(theme, tr("Keys"), sheetSize, over)
{
    auto* hint = new style::PlainLabel(style::bodyFont(), theme.muted, this);
    hint->setText(tr("they work in every field and change no text"));
    head().addStretch(1);
    head().addWidget(hint);
    using Groups = std::vector<std::pair<KeyGroup, QString>>;
    const Groups groups{{KeyGroup::Incident, tr("The incident")}, {KeyGroup::Row, tr("A row of the timeline")},
        {KeyGroup::Panel, tr("A row of roles, actions or steps")}, {KeyGroup::Line, tr("The line")},
        {KeyGroup::Window, tr("The window")}, {KeyGroup::Form, tr("Forms")}};
    // Where there is no room for all below each other, there is none for more than their names either.
    const std::size_t groupsInColumn = over->height() < lowHeight ? 2 : 3;
    auto* columns = new QHBoxLayout;
    columns->setSpacing(betweenColumns);
    for (std::size_t first = 0; first < groups.size(); first += groupsInColumn) {
        auto* column = new QVBoxLayout;
        column->setSpacing(0);
        for (std::size_t i = first; i < first + groupsInColumn; ++i)
            addGroup(*column, groups[i].first, groups[i].second, groupsInColumn == 3);
        column->addStretch(1);
        columns->addLayout(column, 1);
    }
    body().addLayout(columns, 1);
    foot().addStretch(1);
    auto* leave = new style::Button(tr("Back"), shownKeys(Act::Back), style::Button::Tone::Plain, theme, this);
    connect(leave, &QPushButton::clicked, this, &Sheet::leave);
    foot().addWidget(leave);
    setFocusProxy(leave);
}

void KeysSheet::addGroup(QVBoxLayout& column, KeyGroup group, const QString& name, bool whole)
{
    auto* caption = new style::PlainLabel(style::captionFont(), theme().muted, this);
    caption->setText(name.toUpper());
    column.addWidget(caption);
    auto* rows = new QGridLayout;
    rows->setHorizontalSpacing(12);
    rows->setVerticalSpacing(whole ? 6 : 3);
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
        what->setText(whole ? row.what : QString());
        command->setPlainToolTip(row.what);
        rows->addWidget(what, at++, 2);
    }
    column.addLayout(rows);
}

} // namespace warroom::desk
