"""How cards and exhibits look: one style sheet, the same in JupyterLab and in Voilà."""

from __future__ import annotations

from html import escape

from ipywidgets import HTML

CSS = """
.casekit, .casekit-figure { max-width: 46rem; color: #222; font-size: 1rem; }
.casekit { border: 1px solid #c9c9c9; border-left: 5px solid #0072b2; border-radius: 4px;
  padding: .9rem 1.1rem 1rem; margin: .4rem 0 1rem; background: #fff; overflow: visible; }
.casekit .widget-html-content, .casekit-figure .widget-html-content {
  font-size: 1rem; line-height: 1.5; color: #222; overflow-wrap: anywhere; }
.casekit .widget-html, .casekit-figure .widget-html { height: auto; }
.casekit .casekit-ask { font-size: 1.15rem; font-weight: 600; line-height: 1.45; margin: 0; }
.casekit .casekit-help { color: #444; margin: .3rem 0 0; }
.casekit .widget-inline-hbox { flex-direction: column; align-items: stretch; height: auto;
  width: auto; max-width: 40rem; margin: .5rem 0 0; }
.casekit .widget-inline-hbox > .widget-label { width: auto; max-width: none; height: auto;
  text-align: left; white-space: normal; line-height: 1.45; font-size: 1rem; color: #222;
  font-weight: 600; padding: .1rem 0; overflow: visible; }
.casekit .widget-inline-hbox input[type=text], .casekit .widget-inline-hbox select,
.casekit .widget-inline-hbox textarea { font-size: 1rem; line-height: 1.4; color: #222;
  background: #fff; border: 1px solid #767676; border-radius: 3px; padding: .35rem .5rem;
  min-height: 2.4rem; height: auto; width: 100%; box-sizing: border-box; }
.casekit .widget-inline-hbox textarea { min-height: 6.5rem; }
.casekit .casekit-short .widget-inline-hbox { max-width: 15rem; }
.casekit .widget-radio-box { display: flex; flex-direction: column; gap: .1rem; width: auto;
  max-width: none; margin: 0; padding: 0; }
.casekit .widget-radio-box label, .casekit .widget-radio-box .widget-radio-box-label {
  display: flex; align-items: flex-start; gap: .6rem; width: auto; height: auto; margin: 0;
  padding: .35rem .3rem; line-height: 1.45; font-size: 1rem; white-space: normal;
  color: #222; cursor: pointer; max-width: none; overflow: visible; }
.casekit .widget-radio-box label:hover { background: #eef5fa; }
.casekit .widget-radio-box input[type=radio] { flex: none; width: 1.1rem; height: 1.1rem;
  margin: .2rem 0 0; float: none; accent-color: #0072b2; }
.casekit .widget-radio-box input[disabled] + *, .casekit input:disabled,
.casekit select:disabled, .casekit textarea:disabled { opacity: 1; color: #222;
  background: #f3f3f3; -webkit-text-fill-color: #222; cursor: default; }
.casekit .casekit-wrong { color: #b00020; font-weight: 600; }
.casekit .casekit-count { color: #555; }
.casekit .casekit-state { font-weight: 600; }
.casekit .casekit-state.casekit-safe { color: #005a3c; }
.casekit .jupyter-button { width: auto; min-height: 2.6rem; height: auto; padding: .35rem 1.3rem;
  font-size: 1rem; font-weight: 600; background: #0072b2; color: #fff; border-radius: 4px;
  margin: .8rem .8rem .2rem 0; line-height: 1.4; white-space: normal; opacity: 1; }
.casekit .jupyter-button:disabled { background: #e3e3e3; color: #444; }
.casekit :focus-visible, .casekit .jupyter-button:focus { outline: 3px solid #e69f00 !important;
  outline-offset: 2px; }
.casekit .casekit-point { border-collapse: collapse; margin: .6rem 0; }
.casekit .casekit-point td { width: 3.2rem; height: 2.2rem; border: 1px solid #999;
  text-align: center; background: #fff; }
.casekit .casekit-point td.casekit-here { background: #0072b2; color: #fff; font-weight: 700; }
.casekit-figure img { max-width: 100%; height: auto; }
.casekit-table { border-collapse: collapse; font-size: .95rem; line-height: 1.45;
  margin: .5rem 0; text-align: left; }
.casekit-table th, .casekit-table td { border-bottom: 1px solid #ccc; padding: .35rem .8rem
  .35rem 0; vertical-align: top; text-align: left; white-space: normal; }
.casekit-table .casekit-number { text-align: right; font-variant-numeric: tabular-nums; }
"""


def style() -> HTML:
    """The style sheet as a widget, so that it comes wherever a card goes."""
    return HTML(f"<style>{CSS}</style>")


def paragraphs(text: str, css: str = "") -> str:
    """Plain words as HTML paragraphs; nothing in them can become markup."""
    marked = f' class="{css}"' if css else ""
    parts = [part.strip() for part in text.split("\n\n") if part.strip()]
    return "".join(f"<p{marked}>{escape(part)}</p>" for part in parts)
