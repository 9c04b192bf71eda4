// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/time.h"
#include "desk/keytable.h"

#include <QObject>
#include <QPointer>

#include <functional>
#include <optional>
#include <vector>

namespace warroom::desk {

class IncidentPage;
class Sheet;

/// The sheets over a window. One that is opened while another is filled in lies on top of it and gives it back, so
/// that no key takes away what was typed.
class SheetStack : public QObject
{
    Q_OBJECT

public:
    explicit SheetStack(QObject* parent) : QObject(parent) { }

    /// Shows the sheet of this act about that; the one made earlier where that is still filled in.
    void open(Act act, IncidentPage* about, const std::function<Sheet*()>& make);
    /// Shows a form of no act of the window's: a new one each time.
    void open(Sheet* sheet);
    /// Clears the view. Those with text in them are kept for the next time they are opened.
    void setAside();
    /// What was typed into those that are kept, which are gone then.
    struct Typed {
        IncidentPage* about;
        QString text;
    };
    std::vector<Typed> takeKept();
    /// This much of the window's height stays in sight above them, in pixels.
    void leaveFree(int above);
    /// The sheet in sight; null where there is none.
    Sheet* top() const;
    /// Once a second.
    void showClocks(Instant now);

Q_SIGNALS:
    /// None is in sight any more.
    void cleared();
    /// One was left that is kept for the next time it is opened.
    void kept();

private:
    struct Opened {
        std::optional<Act> act;
        IncidentPage* about;
        QPointer<Sheet> sheet;
    };
    void leavePassing();
    void add(const Opened& opened);
    void forget(Sheet* sheet);
    void showNext();

    int m_above = 0;
    std::vector<Opened> m_sheets; ///< The topmost last.
};

} // namespace warroom::desk
