// SPDX-License-Identifier: GPL-3.0-or-later
#include "desk/choicesheet.h"

#include "desk/keytable.h"
#include "desk/panel.h"
#include "style/fonts.h"
#include "style/plainlabel.h"
#include "style/textfield.h"

#include <QHBoxLayout>
#include <QKeyEvent>

#include <algorithm>
#include <utility>

namespace warroom::desk {

namespace {

constexpr int sheetWidth = 760;
constexpr int rowHeight = 36;
constexpr int withoutRows = 186; ///< Title, field, buttons and what lies between.
constexpr int maxRows = 10;

QSize sizeFor(std::size_t rows) { return {sheetWidth, withoutRows + std::min(int(rows), maxRows) * rowHeight}; }

} // namespace

ChoiceSheet::ChoiceSheet(const QString& title, const QString& textName, std::vector<Choice> choices, int now,
    const style::Theme& theme, QWidget* over)
    : Sheet(theme, title, sizeFor(choices.size()), over),
      m_model(new ChoiceModel(std::move(choices), this)),
      m_list(new PanelList(title, this)),
      m_text(new style::TextField(textName, 2, theme, this)),
      m_now(std::max(now, 0))
{
    auto* hint = new style::PlainLabel(style::bodyFont(), theme.muted, this);
    hint->setText(tr("a digit chooses and logs"));
    head().addStretch(1);
    head().addWidget(hint);
    m_list->setItemDelegate(new ChoiceDelegate(
        theme, [this](const QModelIndex& index) -> const Choice& { return m_model->choice(index.row()); }, m_list));
    m_list->setModel(m_model);
    m_list->setCurrentIndex(m_model->index(m_now));
    body().addWidget(m_list, 1);
    m_text->setPlaceholderText(tr("may be empty; with Alt a digit works here too"));
    addRow(textName, m_text);
    foot().addStretch(1);
    addConfirm(
        new style::Button(tr("Log the marked one"), shownKeys(Act::Confirm), style::Button::Tone::Accent, theme, this));
    connect(m_list, &PanelList::chosen, this, [this](const QModelIndex& index) { choose(index.row()); });
    connect(m_list, &PanelList::typed, this, [this](const QModelIndex&, const QString& text) { chooseByDigit(text); });
    setFocusProxy(m_list);
}

void ChoiceSheet::follow(std::vector<Choice> choices, int now)
{
    m_model->reword(std::move(choices));
    if (std::exchange(m_now, std::max(now, 0)) == m_list->currentIndex().row())
        m_list->setCurrentIndex(m_model->index(m_now));
}

void ChoiceSheet::choose(int row)
{
    Q_EMIT chosen(row, m_text->text().simplified());
    leave();
}

bool ChoiceSheet::chooseByDigit(const QString& digit)
{
    for (int row = 0; row < m_model->rowCount(); ++row) {
        if (m_model->choice(row).lead == digit) {
            choose(row);
            return true;
        }
    }
    return false;
}

void ChoiceSheet::keyPressEvent(QKeyEvent* event)
{
    const bool digit = event->key() >= Qt::Key_0 && event->key() <= Qt::Key_9;
    if (!digit || !chooseByDigit(QString::number(event->key() - Qt::Key_0)))
        Sheet::keyPressEvent(event);
}

void ChoiceSheet::confirm()
{
    if (m_list->currentIndex().isValid())
        choose(m_list->currentIndex().row());
}

} // namespace warroom::desk
