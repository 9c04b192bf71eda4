// SPDX-License-Identifier: GPL-3.0-or-later
#include "desk/sheet.h"

#include "desk/keytable.h"
#include "style/card.h"
#include "style/fonts.h"
#include "style/plainlabel.h"
#include "style/scrollarea.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QPainter>
#include <QPlainTextEdit>
#include <QScrollBar>
#include <QShortcut>

#include <algorithm>
#include <tuple>

namespace warroom::desk {

namespace {

constexpr int margin = 22;
constexpr int least = 10; ///< Above and below the card in a low window.
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
      m_scroll(new style::ScrollArea(new QWidget, m_card)),
      m_body(new QVBoxLayout),
      m_foot(new QHBoxLayout)
{
    setTitle(title);
    m_problem->setWordWrap(true);
    m_problem->hide();
    m_head->setSpacing(10);
    m_head->addWidget(m_title);
    m_scroll->widget()->setLayout(m_body);
    m_body->setContentsMargins(0, 0, 0, 0);
    m_body->setSpacing(12);
    m_foot->setSpacing(10);
    auto* column = new QVBoxLayout(m_card);
    column->setContentsMargins(margin, margin - 4, margin, margin - 4);
    column->setSpacing(14);
    column->addLayout(m_head);
    column->addWidget(m_scroll, 1);
    column->addWidget(m_problem);
    column->addLayout(m_foot);
    auto* confirms = new QShortcut(this);
    confirms->setKeys(keyRow(Act::Confirm).keys);
    confirms->setContext(Qt::WidgetWithChildrenShortcut);
    connect(confirms, &QShortcut::activated, this, [this] { confirm(); });
    // Only then it is where it will be seen.
    connect(this, &Sheet::placed, this, &Sheet::showFocus, Qt::QueuedConnection);
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
    auto* away = new style::Button(tr("Leave"), shownKeys(Act::Back), style::Button::Tone::Plain, m_theme, m_card);
    connect(away, &QPushButton::clicked, this, &Sheet::putAway);
    connect(button, &QPushButton::clicked, this, [this] { confirm(); });
    m_foot->addWidget(away);
    m_foot->addWidget(button);
}

void Sheet::beginRows(QVBoxLayout& into) { m_rows = &into; }

style::PlainLabel* Sheet::addRow(const QString& label, QWidget* field)
{
    auto* holder = new QVBoxLayout;
    holder->addWidget(field);
    return addRow(label, holder);
}

style::PlainLabel* Sheet::addRow(const QString& label, QLayout* field)
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
    return name;
}

void Sheet::come()
{
    QWidget* const last = focusWidget();
    show();
    raise();
    (last ? last : this)->setFocus(Qt::PopupFocusReason);
}

QStringList Sheet::typed() const
{
    QStringList texts;
    for (const QPlainTextEdit* field : findChildren<QPlainTextEdit*>()) {
        if (field->document()->isModified()) // what was filled in by the program is not
            texts << field->toPlainText();
    }
    return texts;
}

void Sheet::leave()
{
    hide();
    Q_EMIT left();
    deleteLater();
}

void Sheet::putAway()
{
    if (typed().isEmpty()) {
        leave();
        return;
    }
    hide();
    Q_EMIT kept();
}

void Sheet::leaveFree(int above)
{
    m_above = above;
    place();
}

void Sheet::place()
{
    const QSize over = parentWidget()->size() - QSize(0, m_above);
    setGeometry(QRect(QPoint(0, m_above), over));
    const QSize room = over - QSize(2 * margin, 2 * least);
    QSize size = m_size.boundedTo(room);
    if (m_size.height() == 0) {
        m_scroll->updateGeometry(); // its layout has asked before, and remembers
        size.setHeight(std::min(m_card->layout()->totalHeightForWidth(size.width()), room.height()));
    }
    m_card->setGeometry(QRect(QPoint((over.width() - size.width()) / 2, (over.height() - size.height()) / 2), size));
    showFocus();
}

void Sheet::showFocus()
{
    const QWidget* now = focusWidget();
    if (!now || !m_scroll->isAncestorOf(now))
        return;
    // All of it, its beginning at least; Qt would be content with the cursor.
    const QRect whole(now->mapTo(m_scroll->widget(), QPoint()), now->size());
    m_scroll->ensureVisible(whole.right(), whole.bottom(), 0, 0);
    m_scroll->ensureVisible(whole.left(), whole.top(), 0, 0);
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
    QScrollBar* bar = m_scroll->verticalScrollBar();
    if (event->key() == Qt::Key_Escape)
        putAway();
    else if (event->key() == Qt::Key_PageUp)
        bar->triggerAction(QScrollBar::SliderPageStepSub);
    else if (event->key() == Qt::Key_PageDown)
        bar->triggerAction(QScrollBar::SliderPageStepAdd);
    else
        QWidget::keyPressEvent(event);
}

bool Sheet::eventFilter(QObject* watched, QEvent* event)
{
    if (watched == parent() && event->type() == QEvent::Resize)
        place();
    if (watched == m_card && event->type() == QEvent::LayoutRequest && m_size.height() == 0)
        place();
    if (watched == m_card && event->type() == QEvent::LayoutRequest)
        Q_EMIT placed();
    return QWidget::eventFilter(watched, event);
}

bool Sheet::focusNextPrevChild(bool next)
{
    // Tab stays within the form, and goes as one reads: what lies under it is not what one fills in.
    const std::vector<QWidget*> stops = tabStops();
    if (stops.empty())
        return true;
    const auto now = std::ranges::find(stops, focusWidget());
    const std::size_t count = stops.size();
    const std::size_t at = now == stops.end() ? (next ? count - 1 : 0) : std::size_t(now - stops.begin());
    stops[(at + (next ? 1 : count - 1)) % count]->setFocus(next ? Qt::TabFocusReason : Qt::BacktabFocusReason);
    showFocus();
    return true;
}

std::vector<QWidget*> Sheet::tabStops() const
{
    std::vector<std::tuple<int, int, int, QWidget*>> places;
    for (QWidget* widget : m_card->findChildren<QWidget*>()) {
        const bool stops = (widget->focusPolicy() & Qt::TabFocus) == Qt::TabFocus;
        if (!stops || !widget->isVisible() || !widget->isEnabled() || widget->focusProxy())
            continue;
        const bool scrolls = m_scroll->isAncestorOf(widget);
        const QPoint place = widget->mapTo(scrolls ? m_scroll->widget() : m_card, QPoint());
        const int part = scrolls ? 1 : place.y() < m_scroll->y() ? 0 : 2;
        places.emplace_back(part, place.y(), place.x(), widget);
    }
    std::ranges::sort(places);
    std::vector<QWidget*> ordered;
    ordered.reserve(places.size());
    for (const auto& place : places)
        ordered.push_back(std::get<QWidget*>(place));
    return ordered;
}

void Sheet::showEvent(QShowEvent* event)
{
    QWidget::showEvent(event);
    place();
    Q_EMIT placed();
}

void Sheet::paintEvent(QPaintEvent*)
{
    QColor shade = m_theme.background;
    shade.setAlphaF(0.78F);
    QPainter(this).fillRect(rect(), shade);
}

} // namespace warroom::desk
