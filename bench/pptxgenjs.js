// The text of slides.json through PptxGenJS: node bench/pptxgenjs.js slides.json out.pptx
const fs = require('fs');
const PptxGenJS = require(process.argv[4] || 'pptxgenjs');
const deck = new PptxGenJS();
deck.layout = 'LAYOUT_WIDE';
deck.defineSlideMaster({
  title: 'POINTS',
  objects: [
    { placeholder: { options: { name: 'title', type: 'title', x: 0.7, y: 0.7, w: 12, h: 0.9 }, text: '' } },
    { placeholder: { options: { name: 'body', type: 'body', x: 0.7, y: 2, w: 12, h: 4.6 }, text: '' } },
  ],
});
for (const shown of JSON.parse(fs.readFileSync(process.argv[2], 'utf-8'))) {
  const slide = deck.addSlide({ masterName: 'POINTS' });
  slide.addText(shown.title, { placeholder: 'title' });
  slide.addText(shown.points.map((text) => ({ text, options: { bullet: true, breakLine: true } })), { placeholder: 'body' });
  slide.addNotes(shown.notes.join('\n'));
}
deck.writeFile({ fileName: process.argv[3] });
