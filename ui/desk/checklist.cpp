// SPDX-License-Identifier: GPL-3.0-or-later
#include "desk/checklist.h"

#include "style/fonts.h"
#include "style/icon.h"
#include "style/plainlabel.h"

#include <QHBoxLayout>

namespace warroom::desk {

namespace {

constexpr int signSize = 13;

} // namespace

CheckList::CheckList(const style::Theme& theme, QWidget* parent)
    : Card(theme, parent), m_theme(theme), m_rows(new QVBoxLayout(this))
{
    setAccessibleName(tr("Checks"));
    m_rows->setContentsMargins(theme.padding, theme.padding, theme.padding, theme.padding);
    m_rows->setSpacing(8);
}

void CheckList::show(const std::vector<Check>& checks)
{
    if (checks == m_checks)
        return;
    m_checks = checks;
    while (QLayoutItem* item = m_rows->takeAt(0)) {
        delete item->widget();
        delete item;
    }
    for (const Check& check : checks) {
        auto* row = new QWidget(this);
        auto* sign = new style::PlainLabel(row);
        sign->setPixmap(style::icon(check.met ? QStringLiteral("met") : QStringLiteral("soon"),
            check.met ? m_theme.good : m_theme.warn, signSize, devicePixelRatioF()));
        auto* text = new style::PlainLabel(style::bodyFont(13), m_theme.text, row);
        text->setWordWrap(true);
        text->setText(check.text);
        text->setAccessibleDescription(check.met ? tr("done") : tr("wants a look"));
        auto* line = new QHBoxLayout(row);
        line->setContentsMargins(0, 0, 0, 0);
        line->setSpacing(10);
        line->addWidget(sign, 0, Qt::AlignTop);
        line->addWidget(text, 1);
        m_rows->addWidget(row);
    }
}

} // namespace warroom::desk
