// SPDX-License-Identifier: GPL-3.0-or-later
#include <QApplication>
#include <QMainWindow>
#include <QTableWidget>

/// The least that a program with a window and a table can be; what the desk is compared with.
int main(int argc, char** argv)
{
    QApplication application(argc, argv);
    QMainWindow window;
    auto* table = new QTableWidget(30, 5, &window);
    for (int row = 0; row < table->rowCount(); ++row) {
        for (int column = 0; column < table->columnCount(); ++column)
            table->setItem(row, column, new QTableWidgetItem(QStringLiteral("%1, %2").arg(row).arg(column)));
    }
    window.setCentralWidget(table);
    window.resize(1600, 1000);
    window.show();
    return QApplication::exec();
}
