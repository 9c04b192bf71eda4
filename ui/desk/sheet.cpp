// SPDX-License-Identifier: GPL-3.0-or-later
#include "desk/sheet.h"

#include "desk/keytable.h"
#include "style/card.h"
#include "style/fonts.h"
#include "style/plainlabel.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QPainter>
#include <QPlainTextEdit>
#include <QShortcut>

#include <algorithm>

namespace warroom::desk {

namespace {

constexpr int margin = 22;
constexpr int labelWidth = 122;

} // namespace

Sheet::Sheet(const style::Theme& theme, const QString& title, QSize size, QWidget* over)
    : QWidget(over),
      m_theme(theme),
      m_size(size),
      m_card(new style::Card(theme, this)),
      m_title(new style::PlainLabel(style::bodyFont(18, QFont::Bold), theme.text, m_card)),
      m_problem(new style::PlainLabel(style::bodyFont(13), theme.bad, m_card)),
      m_head(new QHBoxLayout),
      m_body(new QVBoxLayout),
      m_foot(new QHBoxLayout)
{
    setTitle(title);
    m_problem->setWordWrap(true);
    m_problem->hide();
    m_head->setSpacing(10);
    m_head->addWidget(m_title);
    m_body->setSpacing(12);
    m_foot->setSpacing(10);
    auto* column = new QVBoxLayout(m_card);
    column->setContentsMargins(margin, margin - 4, margin, margin - 4);
    column->setSpacing(14);
    column->addLayout(m_head);
    column->addLayout(m_body, 1);
    column->addWidget(m_problem);
    column->addLayout(m_foot);
    auto* confirms = new QShortcut(this);
    confirms->setKeys(keyRow(Act::Confirm).keys);
    confirms->setContext(Qt::WidgetWithChildrenShortcut);
    connect(confirms, &QShortcut::activated, this, [this] { confirm(); });
    over->installEventFilter(this);
    m_card->installEventFilter(this);
    place();
}

void Sheet::setTitle(const QString& title)
{
    m_title->setText(title);
    m_title->setVisible(!title.isEmpty());
    setAccessibleName(title);
}

void Sheet::showProblem(const QString& problem)
{
    m_problem->setText(problem);
    m_problem->setVisible(!problem.isEmpty());
}

void Sheet::addConfirm(style::Button* button)
{
    auto* cancel = new style::Button(tr("Cancel"), shownKeys(Act::Back), style::Button::Tone::Plain, m_theme, m_card);
    connect(cancel, &QPushButton::clicked, this, &Sheet::leave);
    connect(button, &QPushButton::clicked, this, [this] { confirm(); });
    m_foot->addWidget(cancel);
    m_foot->addWidget(button);
}

void Sheet::beginRows(QVBoxLayout& into) { m_rows = &into; }

void Sheet::addRow(const QString& label, QWidget* field)
{
    auto* holder = new QVBoxLayout;
    holder->addWidget(field);
    addRow(label, holder);
}

void Sheet::addRow(const QString& label, QLayout* field)
{
    auto* name = new style::PlainLabel(style::bodyFont(), m_theme.muted, m_card);
    name->setText(label);
    name->setFixedWidth(labelWidth);
    name->setContentsMargins(0, 9, 0, 0);
    name->setWordWrap(true);
    auto* row = new QHBoxLayout;
    row->setSpacing(0);
    row->addWidget(name, 0, Qt::AlignTop);
    row->addLayout(field, 1);
    (m_rows ? m_rows : m_body)->addLayout(row);
}

void Sheet::come()
{
    QWidget* const last = focusWidget();
    show();
    raise();
    (last ? last : this)->setFocus(Qt::PopupFocusReason);
}

bool Sheet::holdsText() const
{
    // What was filled in by the program is not modified.
    return std::ranges::any_of(
        findChildren<QPlainTextEdit*>(), [](const QPlainTextEdit* field) { return field->document()->isModified(); });
}

void Sheet::leave()
{
    hide();
    Q_EMIT left();
    deleteLater();
}

void Sheet::place()
{
    const QSize over = parentWidget()->size();
    setGeometry(QRect(QPoint(), over));
    const QSize room = over - QSize(2 * margin, 2 * margin);
    QSize size = m_size.boundedTo(room);
    if (m_size.height() == 0)
        size.setHeight(std::min(m_card->layout()->totalHeightForWidth(size.width()), room.height()));
    m_card->setGeometry(QRect(QPoint((over.width() - size.width()) / 2, (over.height() - size.height()) / 2), size));
}

bool Sheet::event(QEvent* event)
{
    // Esc means something here before it means something to the window.
    if (event->type() == QEvent::ShortcutOverride && static_cast<QKeyEvent*>(event)->key() == Qt::Key_Escape) {
        event->accept();
        return true;
    }
    return QWidget::event(event);
}

void Sheet::keyPressEvent(QKeyEvent* event)
{
    if (event->key() == Qt::Key_Escape)
        leave();
    else
        QWidget::keyPressEvent(event);
}

bool Sheet::eventFilter(QObject* watched, QEvent* event)
{
    if (watched == parent() && event->type() == QEvent::Resize)
        place();
    if (watched == m_card && event->type() == QEvent::LayoutRequest && m_size.height() == 0)
        place();
    return QWidget::eventFilter(watched, event);
}

bool Sheet::focusNextPrevChild(bool next)
{
    // Each time, since fields come and go.
    orderTabs();
    // Tab stays within the form; what lies under it is not what one fills in.
    const auto takes = [this](const QWidget* widget) {
        return isAncestorOf(widget) && widget->isVisible() && widget->isEnabled()
            && (widget->focusPolicy() & Qt::TabFocus) == Qt::TabFocus;
    };
    QWidget* const start = focusWidget() ? focusWidget() : this;
    QWidget* widget = start;
    do {
        widget = next ? widget->nextInFocusChain() : widget->previousInFocusChain();
    } while (widget != start && !takes(widget));
    widget->setFocus(next ? Qt::TabFocusReason : Qt::BacktabFocusReason);
    return true;
}

void Sheet::showEvent(QShowEvent* event)
{
    QWidget::showEvent(event);
    place();
}

/// Tab goes as one reads.
void Sheet::orderTabs()
{
    m_card->layout()->activate();
    std::vector<std::pair<QPoint, QWidget*>> places;
    for (QWidget* widget : m_card->findChildren<QWidget*>()) {
        if ((widget->focusPolicy() & Qt::TabFocus) == Qt::TabFocus)
            places.emplace_back(widget->mapTo(m_card, QPoint()), widget);
    }
    std::ranges::stable_sort(places, {}, [](const auto& place) { return std::pair(place.first.y(), place.first.x()); });
    for (std::size_t i = 1; i < places.size(); ++i)
        setTabOrder(places[i - 1].second, places[i].second);
}

void Sheet::paintEvent(QPaintEvent*)
{
    QColor shade = m_theme.background;
    shade.setAlphaF(0.78F);
    QPainter(this).fillRect(rect(), shade);
}

} // namespace warroom::desk
