// SPDX-License-Identifier: GPL-3.0-or-later
#include "desk/startpage.h"

#include "style/button.h"
#include "style/contrast.h"
#include "style/fonts.h"
#include "style/icon.h"
#include "style/keycap.h"
#include "style/plainlabel.h"
#include "words/visible.h"

#include <QHBoxLayout>

#include <algorithm>

namespace warroom::desk {

using style::PlainLabel;

namespace {

constexpr int iconSize = 56;
// More would push the example out of a small window.
constexpr int maxSeverities = 6;

} // namespace

StartPage::StartPage(const style::Theme& theme, const std::vector<playbook::Severity>& severities, QWidget* parent)
    : QWidget(parent)
{
    auto* icon = new PlainLabel(this);
    icon->setPixmap(style::programIcon().pixmap(QSize(iconSize, iconSize), devicePixelRatioF()));
    auto* title = new PlainLabel(style::bodyFont(20, QFont::Bold), theme.text, this);
    title->setText(tr("No incident is open"));
    auto* how = new PlainLabel(style::bodyFont(), theme.muted, this);
    how->setText(tr("or type into the line below:"));
    auto* declare =
        new style::Button(tr("Declare an incident"), tr("Ctrl D"), style::Button::Tone::Danger, theme, this);
    connect(declare, &QPushButton::clicked, this, &StartPage::declareAsked);
    auto* column = new QVBoxLayout(this);
    column->setSpacing(12);
    column->addStretch(1);
    column->addWidget(icon, 0, Qt::AlignHCenter);
    column->addWidget(title, 0, Qt::AlignHCenter);
    column->addSpacing(6);
    column->addWidget(declare, 0, Qt::AlignHCenter);
    column->addSpacing(6);
    column->addWidget(how, 0, Qt::AlignHCenter);
    column->addLayout(makeExample(theme, severities.empty() ? QStringLiteral("P0") : severities.front().label));
    column->addSpacing(12);
    column->addLayout(makeSeverities(theme, severities));
    column->addStretch(1);
}

QLayout* StartPage::makeExample(const style::Theme& theme, const QString& severity)
{
    auto* example = new PlainLabel(style::monoFont(), theme.accent, this);
    example->setText(tr("/incident declare %1 what is failing").arg(words::visible(severity)));
    auto* line = new QHBoxLayout;
    line->setSpacing(10);
    line->addStretch(1);
    line->addWidget(example);
    line->addWidget(new style::KeyCap(QStringLiteral("↵"), this));
    line->addStretch(1);
    return line;
}

QLayout* StartPage::makeSeverities(const style::Theme& theme, const std::vector<playbook::Severity>& severities)
{
    auto* rows = new QGridLayout;
    rows->setHorizontalSpacing(14);
    rows->setVerticalSpacing(6);
    rows->setColumnStretch(0, 1);
    rows->setColumnStretch(4, 1);
    const int count = std::min(int(severities.size()), maxSeverities);
    for (int i = 0; i < count; ++i) {
        const playbook::Severity& severity = severities[std::size_t(i)];
        const QColor own(severity.colour);
        const QColor colour = own.isValid() ? style::readableOn(own, theme.surface) : theme.text;
        const std::initializer_list<std::pair<QString, PlainLabel*>> cells{
            {severity.label, new PlainLabel(style::bodyFont(13, QFont::Bold), colour, this)},
            {severity.name, new PlainLabel(style::bodyFont(13, QFont::DemiBold), theme.text, this)},
            {severity.meaning, new PlainLabel(style::bodyFont(13), theme.muted, this)}};
        int column = 1;
        for (const auto& [text, label] : cells) {
            label->setText(words::visible(text));
            rows->addWidget(label, i, column++);
        }
    }
    return rows;
}

} // namespace warroom::desk
