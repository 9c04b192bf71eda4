// SPDX-License-Identifier: GPL-3.0-or-later
#include "bench/figures.h"
#include "runbook/library.h"
#include "runbook/reader.h"

#include <QCoreApplication>
#include <QDir>
#include <QElapsedTimer>
#include <QProcess>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTemporaryFile>
#include <QTimer>

#include <md4c-html.h>

#include <cstdio>

using namespace warroom;
using namespace warroom::bench;

namespace {

/// Five procedures as teams wrote them, one after the other and again, up to a size.
QByteArray procedures(qsizetype size)
{
    QByteArray once;
    const QDir folder(QStringLiteral(WARROOM_RUNBOOKS));
    for (const QString& name : folder.entryList({QStringLiteral("*.md")}, QDir::Files, QDir::Name)) {
        QFile file(folder.filePath(name));
        if (!file.open(QFile::ReadOnly))
            qFatal("cannot read the documents");
        once += file.readAll() + "\n\n";
    }
    return once.repeated(size / once.size() + 1).first(size);
}

double parsed(const QByteArray& text)
{
    return took([&] {
        if (!runbook::read(text, QStringLiteral("runbook.md")))
            qFatal("cannot read a runbook");
    });
}

/// What the program md2html does: parses, and writes HTML.
double toHtml(const QByteArray& text)
{
    QByteArray html;
    const auto append = [](const MD_CHAR* part, MD_SIZE size, void* all) {
        static_cast<QByteArray*>(all)->append(part, qsizetype(size));
    };
    return took([&] {
        md_html(text.constData(), MD_SIZE(text.size()), append, &html, MD_DIALECT_GITHUB, MD_HTML_FLAG_SKIP_UTF8_BOM);
    });
}

/// The program itself, with its start; nothing where it is not installed.
double cmark(const QString& program, const QString& path)
{
    return took([&] {
        QProcess process;
        process.setStandardOutputFile(QProcess::nullDevice());
        process.start(program, {QStringLiteral("-e"), QStringLiteral("table"), path});
        process.waitForFinished();
    });
}

struct Indexing {
    double took; ///< Until it can be searched.
    double longestStall; ///< How long the thread of the windows was not free at most.
};

/// A folder of that many runbooks.
Indexing indexed(int files)
{
    const QTemporaryDir room;
    const QByteArray text = procedures(9 * 1024);
    for (int i = 0; i < files; ++i) {
        QFile file(room.filePath(QStringLiteral("%1.md").arg(i)));
        if (!file.open(QFile::WriteOnly) || file.write(text) != text.size())
            qFatal("cannot write a runbook");
    }
    Indexing indexing{0, 0};
    indexing.took = took([&] {
        runbook::Library library({room.path()});
        QTimer beat;
        QElapsedTimer since;
        since.start();
        QObject::connect(&beat, &QTimer::timeout, &library, [&] {
            indexing.longestStall = std::max(indexing.longestStall, double(since.nsecsElapsed()) / 1e6);
            since.start();
        });
        beat.start(0);
        QObject::connect(&library, &runbook::Library::refreshed, qApp, &QCoreApplication::quit, Qt::QueuedConnection);
        QCoreApplication::exec();
    });
    return indexing;
}

double megabytesASecond(qsizetype size, const std::vector<double>& took) { return double(size) / 1000 / median(took); }

} // namespace

/// What it costs to read a runbook.
int main(int argc, char** argv)
{
    QCoreApplication application(argc, argv);
    Figures figures(argc, argv);
    const int rounds = figures.size(21, 1);

    const QByteArray largest = procedures(77 * 1024);
    std::vector<double> ofLargest;
    for (int i = 0; i < rounds; ++i)
        ofLargest.push_back(parsed(largest));
    figures.absolute("a runbook of 77 KB read", median(ofLargest), 100, "ms");

    const int files = figures.size(1000, 10);
    const Indexing indexing = indexed(files);
    figures.absolute("1,000 runbooks of 9 KB indexed", indexing.took / 1000, 10, "s");
    figures.absolute("the window's thread held up meanwhile", indexing.longestStall, 50, "ms");

    const QByteArray many = procedures(figures.size(2 * 1024 * 1024, 20 * 1024));
    const InTurn besideHtml = InTurn::of(
        rounds, [&](int) { return parsed(many); }, [&](int) { return toHtml(many); });
    figures.ratio("reading runbooks against md2html", besideHtml.ratio(), 40);
    std::printf("  (%.1f MB a second; md2html %.1f)\n", megabytesASecond(many.size(), besideHtml.ours),
        megabytesASecond(many.size(), besideHtml.theirs));

    const QString program = QStandardPaths::findExecutable(QStringLiteral("cmark-gfm"));
    QTemporaryFile file;
    if (program.isEmpty() || !file.open() || file.write(many) != many.size() || !file.flush())
        return figures.exitStatus();
    const InTurn besideCmark = InTurn::of(
        rounds, [&](int) { return parsed(many); }, [&](int) { return cmark(program, file.fileName()); });
    figures.ratio("reading runbooks against cmark-gfm", besideCmark.ratio(), 20);
    std::printf("  (cmark-gfm %.1f MB a second)\n", megabytesASecond(many.size(), besideCmark.theirs));
    return figures.exitStatus();
}
