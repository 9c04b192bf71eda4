// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/error.h"
#include "base/time.h"
#include "style/theme.h"

#include <QWidget>

#include <vector>

class QVBoxLayout;

namespace warroom::style {
class PlainLabel;
class TextField;
} // namespace warroom::style

namespace warroom::desk {

/// The ways out of a log that cannot be opened, or not be written.
enum class WayOut {
    TryAgain,
    ReadOnly,
    Repair, ///< What can be read of it takes its place.
    Restore, ///< The latest copy takes its place.
    StartAnew, ///< With an empty log, where one is missing.
    OtherFolder,
};

/// What is known of the log, for the window that asks.
struct LogTrouble {
    Error why;
    QString folder;
    bool readable = false;
    std::vector<Instant> copies; ///< The latest first.
    QTimeZone zone; ///< That the moments of copies are shown in.
};

/// Stands in the desk's place where the log cannot be opened: says why, and what can be done, each by its digit.
class RescueWindow : public QWidget
{
    Q_OBJECT

public:
    RescueWindow(const LogTrouble& trouble, const style::Theme& theme, QWidget* parent = nullptr);

    /// While something is done: no other way can be chosen.
    void showWorking();
    /// What came of it; the way on is one key.
    void showResult(const QString& text);
    /// It could not be done; the ways are still there.
    void showProblem(const QString& problem);

Q_SIGNALS:
    /// `folder` is what was typed, for OtherFolder.
    void chosen(warroom::desk::WayOut way, const QString& folder);
    /// After showResult().
    void goOn();

protected:
    void keyPressEvent(QKeyEvent* event) override;
    void paintEvent(QPaintEvent* event) override;

private:
    struct Way {
        WayOut way;
        QString name;
        QString meaning;
    };
    static std::vector<Way> waysOut(const LogTrouble& trouble);
    void build(const LogTrouble& trouble);
    void addWay(QVBoxLayout& column, const Way& way);
    void setTitle(const QString& title, const QString& sign, const QColor& colour);
    void choose(WayOut way);

    style::Theme m_theme;
    std::vector<Way> m_ways;
    style::PlainLabel* m_sign;
    style::PlainLabel* m_title;
    style::PlainLabel* m_why;
    QWidget* m_choices;
    style::TextField* m_folder;
    style::PlainLabel* m_said;
    QWidget* m_goOn;
};

} // namespace warroom::desk
