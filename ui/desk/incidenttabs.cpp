// SPDX-License-Identifier: GPL-3.0-or-later
#include "desk/incidenttabs.h"

#include "incident/clocks.h"
#include "style/fonts.h"
#include "style/plainlabel.h"
#include "style/rule.h"
#include "words/duration.h"
#include "words/sentence.h"
#include "words/visible.h"

#include <QAbstractButton>
#include <QHBoxLayout>
#include <QPainter>

#include <algorithm>
#include <utility>

namespace warroom::desk {

namespace {

constexpr int tabWidth = 300;
constexpr int widest = 560; ///< Of a tab whose title is long.
constexpr int tabHeight = 30;
constexpr int narrowest = 26; ///< So that as many as anybody has open do not widen the window.
constexpr int inset = 10;
constexpr Milliseconds veryLate = std::chrono::minutes(-59);
constexpr int legible = 60; ///< Of the title, before the time takes its room.

/// One of them. Has room for a late update from the start, so that nothing moves when one falls due; narrower where
/// there are many.
class Tab : public QAbstractButton
{
public:
    Tab(int number, const style::Theme& theme, QWidget* parent)
        : QAbstractButton(parent), m_number(number), m_theme(theme)
    {
        setCheckable(true);
        setFocusPolicy(Qt::NoFocus);
        setSizePolicy(QSizePolicy::Maximum, QSizePolicy::Fixed);
    }

    QSize sizeHint() const override
    {
        const QFontMetrics metrics(style::bodyFont(13, QFont::DemiBold));
        const int late = metrics.horizontalAdvance(lateWords(veryLate));
        const int whole = metrics.horizontalAdvance(m_title) + late + 3 * inset + 1;
        return {std::clamp(whole, tabWidth, widest), tabHeight};
    }
    QSize minimumSizeHint() const override { return {narrowest, tabHeight}; }

    void show(const incident::IncidentState& state, Instant now)
    {
        const auto due = incident::nextUpdate(state, now);
        const QString severity = words::visible(state.severity.value);
        QString title = words::visible(words::text(state.title));
        title.replace(QLatin1Char('\n'), QLatin1Char(' '));
        const QString before = std::exchange(m_title, QStringLiteral("%1  %2 %3").arg(m_number).arg(severity, title));
        if (m_title != before)
            updateGeometry();
        m_urgency = due ? due->urgency : incident::Urgency::None;
        m_due = due ? dueWords(*due, state.zone()) : QString();
        const QString whole = QStringLiteral("%1 %2").arg(m_title, m_due);
        if (whole != accessibleName()) {
            setAccessibleName(whole);
            setToolTip(style::plainToolTip(whole));
            setAccessibleDescription(whole);
        }
        update();
    }

protected:
    void paintEvent(QPaintEvent*) override
    {
        QPainter painter(this);
        if (isChecked())
            painter.fillRect(rect(), m_theme.raised);
        const QColor alarm = m_urgency == incident::Urgency::Over ? m_theme.bad
            : m_urgency == incident::Urgency::Soon                ? m_theme.warn
                                                                  : m_theme.muted;
        style::paintRule(painter, QRect(0, height() - 2, width(), 2), isChecked() ? m_theme.accent : m_theme.line);
        const QFont font = style::bodyFont(13, isChecked() ? QFont::DemiBold : QFont::Normal);
        const QFontMetrics metrics(font);
        QRect inside = rect().adjusted(inset, 0, -inset, -2);
        painter.setFont(font);
        painter.setPen(alarm);
        const QString due = fittingDue(inside.width(), metrics);
        painter.drawText(inside, int(Qt::AlignVCenter | Qt::AlignRight), due);
        inside.setRight(inside.right() - metrics.horizontalAdvance(due) - (due.isEmpty() ? 0 : inset));
        painter.setPen(isChecked() ? m_theme.text : m_theme.muted);
        painter.drawText(inside, int(Qt::AlignVCenter), metrics.elidedText(m_title, Qt::ElideRight, inside.width()));
    }

private:
    static QString dueWords(const incident::Deadline& due, const QTimeZone& zone)
    {
        if (due.urgency == incident::Urgency::Over)
            return lateWords(due.left);
        const QString time = words::timeOfDay(due.due, zone);
        return due.urgency == incident::Urgency::Soon ? IncidentTabs::tr("◔ soon, %1", "time").arg(time) : time;
    }
    static QString lateWords(std::chrono::milliseconds left)
    {
        return QStringLiteral("▲ %1").arg(words::overdue(left));
    }

    /// Where there is no room for when, a sign at least that it is due.
    QString fittingDue(int room, const QFontMetrics& metrics) const
    {
        if (metrics.horizontalAdvance(m_due) + inset + legible <= room)
            return m_due;
        const bool warns = m_urgency == incident::Urgency::Over || m_urgency == incident::Urgency::Soon;
        return warns ? QStringLiteral("!") : QString();
    }

    int m_number;
    style::Theme m_theme;
    QString m_title;
    QString m_due;
    incident::Urgency m_urgency = incident::Urgency::None;
};

} // namespace

IncidentTabs::IncidentTabs(session::Board& board, const style::Theme& theme, QWidget* parent)
    : QWidget(parent), m_board(board), m_theme(theme), m_row(new QHBoxLayout(this))
{
    m_row->setContentsMargins(14, 4, 14, 0);
    m_row->setSpacing(4);
    m_row->addStretch(1);
    hide();
}

std::optional<IncidentId> IncidentTabs::incident(int number) const
{
    const std::vector<IncidentId> all = m_board.open();
    return number >= 1 && number <= int(all.size()) ? std::optional(all[std::size_t(number - 1)]) : std::nullopt;
}

void IncidentTabs::rebuild(const std::vector<IncidentId>& open)
{
    while (m_row->count() > 1) {
        const std::unique_ptr<QLayoutItem> item(m_row->takeAt(0));
        delete item->widget();
    }
    m_shown.clear();
    for (const IncidentId incident : open) {
        auto* tab = new Tab(int(m_shown.size()) + 1, m_theme, this);
        connect(tab, &QAbstractButton::clicked, this, [this, incident] { Q_EMIT incidentAsked(incident); });
        m_row->insertWidget(int(m_shown.size()), tab);
        m_shown.push_back(incident);
        tab->QWidget::show();
    }
}

void IncidentTabs::show(const std::optional<IncidentId>& current, Instant now)
{
    const std::vector<IncidentId> ids = m_board.open();
    if (ids != m_shown)
        rebuild(ids);
    // The incident in view says everything about itself; a second one needs a place.
    const bool several = ids.size() > 1 || (ids.size() == 1 && current != ids.front());
    setVisible(several);
    for (int i = 0; i < int(ids.size()); ++i) {
        auto* tab = static_cast<Tab*>(m_row->itemAt(i)->widget());
        tab->setChecked(current == ids[std::size_t(i)]);
        tab->show(m_board.state(ids[std::size_t(i)]), now);
    }
}

} // namespace warroom::desk
