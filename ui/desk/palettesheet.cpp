// SPDX-License-Identifier: GPL-3.0-or-later
#include "desk/palettesheet.h"

#include "desk/match.h"
#include "desk/panel.h"
#include "style/fonts.h"
#include "style/plainlabel.h"
#include "style/textfield.h"

#include <QHBoxLayout>
#include <QKeyEvent>

#include <algorithm>

namespace warroom::desk {

namespace {

constexpr QSize sheetSize{760, 560};
constexpr int pageRows = 8;

std::vector<Choice> choicesOf(const std::vector<Found>& all)
{
    std::vector<Choice> choices;
    choices.reserve(all.size());
    for (const Found& found : all)
        choices.push_back(found.choice);
    return choices;
}

int stepOf(int key)
{
    switch (key) {
    case Qt::Key_Up:
        return -1;
    case Qt::Key_Down:
        return 1;
    case Qt::Key_PageUp:
        return -pageRows;
    case Qt::Key_PageDown:
        return pageRows;
    default:
        return 0;
    }
}

} // namespace

FoundModel::FoundModel(const std::vector<Found>& all, QObject* parent) : QSortFilterProxyModel(parent), m_all(all)
{
    for (const Found& found : all)
        m_texts.push_back(QStringList{found.choice.name} + found.spellings);
    m_misfits.assign(m_texts.size(), 0);
}

void FoundModel::setTyped(const QString& typed)
{
    constexpr int behindAll = 1000;
    for (std::size_t i = 0; i < m_all.size(); ++i) {
        m_misfits[i] = misfit(typed, m_texts[i]);
        if (!m_misfits[i] && m_all[i].holds && m_all[i].holds(typed))
            m_misfits[i] = behindAll;
    }
    invalidate();
    sort(0);
}

bool FoundModel::filterAcceptsRow(int row, const QModelIndex&) const { return m_misfits[std::size_t(row)].has_value(); }

bool FoundModel::lessThan(const QModelIndex& left, const QModelIndex& right) const
{
    const auto rank = [this](const QModelIndex& index) {
        return std::pair(m_misfits[std::size_t(index.row())], index.row());
    };
    return rank(left) < rank(right);
}

PaletteSheet::PaletteSheet(std::vector<Found> all, const Texts& texts, const style::Theme& theme, QWidget* over)
    : Sheet(theme, {}, sheetSize, over),
      m_all(std::move(all)),
      m_model(new ChoiceModel(choicesOf(m_all), this)),
      m_found(new FoundModel(m_all, this)),
      m_field(new style::TextField(tr("Find %1").arg(texts.whatToType), 1, theme, this)),
      m_list(new PanelList(texts.name, this))
{
    setAccessibleName(texts.name);
    m_field->setPlaceholderText(texts.whatToType);
    m_found->setSourceModel(m_model);
    m_list->setItemDelegate(new ChoiceDelegate(
        theme,
        [this](
            const QModelIndex& index) -> const Choice& { return m_model->choice(m_found->mapToSource(index).row()); },
        m_list));
    m_list->setModel(m_found);
    m_list->setFocusPolicy(Qt::NoFocus); // the keys stay in the field
    auto* nothing = new style::PlainLabel(style::bodyFont(), theme.muted, this);
    nothing->setText(tr("Nothing is called that."));
    m_nothing = nothing;
    body().addWidget(m_field);
    body().addWidget(m_nothing);
    body().addWidget(m_list, 1);
    m_field->installEventFilter(this);
    connect(m_field, &QPlainTextEdit::textChanged, this, &PaletteSheet::search);
    connect(m_field, &style::TextField::entered, this, &PaletteSheet::confirm);
    connect(m_list, &PanelList::chosen, this, &PaletteSheet::confirm);
    setFocusProxy(m_field);
    search();
}

void PaletteSheet::search()
{
    m_found->setTyped(m_field->text().simplified());
    const bool none = m_found->rowCount() == 0;
    m_nothing->setVisible(none);
    m_list->setVisible(!none);
    m_list->setCurrentIndex(m_found->index(0, 0));
    m_list->scrollToTop();
    move(0);
}

void PaletteSheet::move(int by)
{
    const int last = m_found->rowCount() - 1;
    const QModelIndex to = m_found->index(std::clamp(m_list->currentIndex().row() + by, 0, std::max(last, 0)), 0);
    m_list->setCurrentIndex(to);
    // The field keeps the keyboard, so it says what Enter would do.
    m_field->setAccessibleDescription(to.data(Qt::AccessibleTextRole).toString());
}

void PaletteSheet::confirm()
{
    const QModelIndex index = m_list->currentIndex();
    if (!index.isValid())
        return;
    // Gone first: what is done may open another sheet, and wants the keyboard.
    const std::function<void()> run = m_all[std::size_t(m_found->mapToSource(index).row())].run;
    leave();
    run();
}

bool PaletteSheet::eventFilter(QObject* watched, QEvent* event)
{
    if (watched == m_field && event->type() == QEvent::KeyPress) {
        if (const int step = stepOf(static_cast<QKeyEvent*>(event)->key())) {
            move(step);
            return true;
        }
    }
    return Sheet::eventFilter(watched, event);
}

} // namespace warroom::desk
