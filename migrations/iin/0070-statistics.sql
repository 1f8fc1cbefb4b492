-- The cases that there are already are counted once the product runs.
select kit.enqueue('iin.recountStatistics', '{}', 'iin.recountStatistics');
