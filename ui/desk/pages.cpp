// SPDX-License-Identifier: GPL-3.0-or-later
#include "desk/pages.h"

#include "desk/incidentpage.h"
#include "desk/sheet.h"
#include "timeline/timelinecard.h"

#include <algorithm>

namespace warroom::desk {

namespace {

/// What the page is about; none: about the incident that will be declared on it.
std::optional<IncidentId> incidentOf(const session::Session& session)
{
    const incident::IncidentState& state = session.state();
    return state.declared() ? std::optional(state.id) : std::nullopt;
}

} // namespace

Pages::Pages(OpenSession openSession, session::Board& board, DeskLayout& layout, const Meters& meters,
    const style::Theme& theme, QWidget* parent)
    : QStackedWidget(parent),
      m_openSession(std::move(openSession)),
      m_board(board),
      m_layout(layout),
      m_meters(meters),
      m_theme(theme)
{
    connect(this, &QStackedWidget::currentChanged, this, [this] {
        Q_EMIT stateShown();
        Q_EMIT saveStateShown();
        Q_EMIT reachShown();
    });
}

Pages::~Pages()
{
    // The pages look at their sessions until they are gone.
    for (const Open& open : m_open)
        delete open.page;
}

IncidentPage& Pages::current() const { return *static_cast<IncidentPage*>(currentWidget()); }

Result<void> Pages::show(const std::optional<IncidentId>& incident)
{
    const Result<IncidentPage*> page = pageOf(incident);
    if (!page)
        return page.error();
    setCurrentWidget(*page);
    (*page)->focusLine();
    return {};
}

Result<IncidentPage*> Pages::undeclared() { return pageOf(std::nullopt); }

Result<IncidentPage*> Pages::pageOf(const std::optional<IncidentId>& incident)
{
    const auto found =
        std::ranges::find_if(m_open, [&](const Open& open) { return incidentOf(*open.session) == incident; });
    if (found != m_open.end())
        return found->page;
    Result<std::unique_ptr<session::Session>> session = m_openSession(incident);
    if (!session)
        return session.error();
    return add(std::move(*session));
}

IncidentPage* Pages::add(std::unique_ptr<session::Session> session)
{
    using session::Session;
    const auto ifShown = [this, about = session.get()](auto signal) {
        return [this, about, signal] {
            if (about == &current().session())
                Q_EMIT(this->*signal)();
        };
    };
    IncidentPage* page = makePage(*session);
    connect(session.get(), &Session::appended, this, ifShown(&Pages::stateShown));
    connect(session.get(), &Session::refolded, this, ifShown(&Pages::stateShown));
    connect(session.get(), &Session::pendingChanged, this, ifShown(&Pages::saveStateShown));
    connect(session.get(), &Session::saveStateChanged, this, ifShown(&Pages::saveStateShown));
    m_open.push_back({std::move(session), page});
    addWidget(page);
    page->takeLeftovers();
    return page;
}

IncidentPage* Pages::makePage(session::Session& session)
{
    auto* page = new IncidentPage(session, m_board, m_layout, m_meters, m_theme, this);
    connect(page, &IncidentPage::asked, this, &Pages::asked);
    connect(page, &IncidentPage::reachChanged, this, [this, page] {
        if (page == &current())
            Q_EMIT reachShown();
    });
    connect(page, &IncidentPage::sheetAsked, this, &Pages::sheetAsked);
    connect(page, &IncidentPage::incidentAsked, this, &Pages::incidentAsked);
    connect(page, &IncidentPage::entryAsked, this, &Pages::entryAsked);
    return page;
}

void Pages::makeAnew(const style::Theme& theme)
{
    m_theme = theme;
    const session::Session* shown = &current().session();
    const QSignalBlocker quiet(this);
    for (Open& open : m_open) {
        const timeline::CaptureLine::Contents typed = open.page->card().line().contents();
        delete open.page;
        open.page = makePage(*open.session);
        addWidget(open.page);
        open.page->card().line().setContents(typed);
        if (open.session.get() == shown)
            setCurrentWidget(open.page);
    }
}

} // namespace warroom::desk
